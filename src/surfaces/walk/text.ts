import styles from "./text.module.css";

/** The few kinds of text the side panel is made of. */
export const text = styles;
