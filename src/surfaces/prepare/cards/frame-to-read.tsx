import type { Frame } from "#domain/decision/frame.ts";
import { listed } from "#domain/table/sentences.ts";
import styles from "./frame-to-read.module.css";

interface FrameToReadProps {
  readonly frame: Frame;
}

/** The frame for those who may look but not change. */
export function FrameToRead({ frame }: FrameToReadProps) {
  const { context, outcome, without, functions } = frame;
  const parts = [
    ["Why now", context],
    ["Wanted outcome", outcome],
    ["What if we don’t?", without],
    ["Functions the outcome needs", listed(functions, functions.length)],
  ] as const;
  const said = parts.filter(([, text]) => text !== "");
  if (said.length === 0) return <p className={styles.text}>Nothing is written here yet.</p>;
  return (
    <dl className={styles.frame}>
      {said.map(([name, text]) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
