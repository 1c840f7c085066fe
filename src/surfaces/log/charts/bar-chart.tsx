import { useId } from "react";
import styles from "./charts.module.css";
import type { Bar, Figure } from "./figures.ts";

const rowHeight = 34;
const width = 320;

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
      <svg
        viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
        className={styles.picture}
        // An image element could not take its colours from the theme.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={`${title}: ${bars.map(wordsOf).join(", ")}`}
      >
        {bars.map((bar, at) => {
          const full = isShare ? Math.max(1, bar.of) : most;
          const length = (bar.value / full) * width;
          return (
            <g key={bar.label} transform={`translate(0 ${at * rowHeight})`}>
              <text x="0" y="13" className={styles.label}>
                {bar.label}
              </text>
              <text x={width} y="13" textAnchor="end" className={styles.value}>
                {shownValue(bar, isShare)}
              </text>
              <rect x="0" y="19" width={width} height="7" rx="3.5" className={styles.track} />
              {bar.value > 0 && (
                <rect
                  x="0"
                  y="19"
                  width={Math.max(7, length)}
                  height="7"
                  rx="3.5"
                  className={styles.bar}
                />
              )}
            </g>
          );
        })}
      </svg>
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

function wordsOf({ label, value, of }: Bar): string {
  return `${label} ${value} of ${of}`;
}
