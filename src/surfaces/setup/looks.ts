import partStyles from "./part.module.css";
import lineStyles from "./setup-lines.module.css";

/** The looks that the parts of this page share: a part, and lines on their way to ready. */
export const looks = { part: partStyles, lines: lineStyles };
