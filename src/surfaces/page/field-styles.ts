import styles from "./field.module.css";

/** The looks of fields, for controls of other folders. */
export const fieldStyles = styles;
