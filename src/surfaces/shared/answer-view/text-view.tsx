import type { TextAnswer } from "#domain/questions/answer.ts";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import styles from "./answer-view.module.css";

/** A brief, the word that says what it rests on, and its source as a link. */
export function TextView({ text: { text, basis, source } }: { readonly text: TextAnswer }) {
  return (
    <div>
      <p className={styles.text}>{text}</p>
      <p className={styles.basis}>
        <span className={basis === "fact" ? styles.fact : styles.assumption}>
          {basis === "fact" ? "Fact" : "Assumption"}
        </span>
        {source !== undefined && (
          <a className={styles.source} href={source} target="_blank" rel="noreferrer">
            <span className={hidden}>Source: </span>
            {hostOf(source)}
          </a>
        )}
      </p>
    </div>
  );
}

/** Where a link leads, so that people see it before they follow it. */
function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./u, "") : "source";
}
