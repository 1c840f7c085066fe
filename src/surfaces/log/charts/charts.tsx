import type { KeptDecision } from "#flows/ports.ts";
import { useMemo } from "react";
import { BarChart } from "./bar-chart.tsx";
import styles from "./charts.module.css";
import { figuresOf } from "./figures.ts";

interface ChartsProps {
  readonly decisions: readonly KeptDecision[];
  /** A calendar day, YYYY-MM-DD. */
  readonly today: string;
}

/** What the decisions in view come to: how long they took, how long they stood, who was there. */
export function Charts({ decisions, today }: ChartsProps) {
  const figures = useMemo(
    () =>
      figuresOf(
        decisions.map(({ row }) => row),
        today,
      ),
    [decisions, today],
  );
  return (
    <div className={styles.charts}>
      {figures.map((figure) => (
        <BarChart key={figure.title} figure={figure} />
      ))}
    </div>
  );
}
