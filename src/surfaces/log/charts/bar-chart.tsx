import { useId } from "react";
import styles from "./charts.module.css";
import type { Bar, Figure } from "./figures.ts";

/** One figure as bars, with the same as a table for whoever would rather read it. */
export function BarChart({ figure }: { readonly figure: Figure }) {
  const { title, sentence, bars, isShare } = figure;
  const id = useId();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <section className={styles.chart} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <p className={styles.sentence}>{sentence}</p>
      <ul className={styles.bars}>
        {bars.map((bar) => (
          <li key={bar.label} className={styles.row}>
            <span>{bar.label}</span>
            <span className={styles.value}>{shownValue(bar, isShare)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="8" className={styles.track} />
              <rect
                width={(bar.value / (isShare ? Math.max(1, bar.of) : most)) * 100}
                height="8"
                className={styles.bar}
              />
            </svg>
          </li>
        ))}
      </ul>
      <details className={styles.asTable}>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">Decisions</th>
              <th scope="col">Out of</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
                <td>{of}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function shownValue({ value, of }: Bar, isShare: boolean): string {
  if (!isShare) return String(value);
  return of === 0 ? "none so old" : `${value} of ${of}`;
}
