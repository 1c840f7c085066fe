import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./section.module.css";

interface SectionProps {
  readonly heading: string;
  /** May be broken over two sheets of paper. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

/** One part of the record. */
export function Section({ heading, isLong = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      className={isLong ? `${styles.section} ${styles.long}` : styles.section}
      aria-labelledby={id}
    >
      <h2 className={styles.heading} id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

interface PairSectionProps {
  readonly heading: string;
  /** Word and text; pairs without a text are left out. */
  readonly pairs: readonly (readonly [word: string, text: string])[];
}

/** Short words with what they stand for; absent where nothing was said. */
export function PairSection({ heading, pairs }: PairSectionProps) {
  const said = pairs.filter(([, text]) => text !== "");
  if (said.length === 0) return null;
  return (
    <Section heading={heading}>
      <dl className={styles.pairs}>
        {said.map(([word, text]) => (
          <PairOf key={word} word={word} text={text} />
        ))}
      </dl>
    </Section>
  );
}

function PairOf({ word, text }: { readonly word: string; readonly text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  );
}

interface LinesProps {
  /** Lines of plain text, apart by a line break, as the record keeps them. */
  readonly text: string;
}

/** Lines as a list. */
export function Lines({ text }: LinesProps) {
  return (
    <ul className={styles.lines}>
      {text.split("\n").map((line, index) => (
        // Two people may have said the same: the place in the record tells the lines apart.
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
