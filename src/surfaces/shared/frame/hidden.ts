import styles from "./hidden.module.css";

/** The class of what is read out and not seen. */
export const hidden = styles.hidden;
