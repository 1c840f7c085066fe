import type { KeptDecision } from "#flows/ports.ts";
import { Button } from "@fluentui/react-components";
import { Suspense, lazy, useId, useState } from "react";
import styles from "./charts.module.css";

const Charts = lazy(async () => ({ default: (await import("./charts.tsx")).Charts }));

interface FiguresProps {
  readonly decisions: readonly KeptDecision[];
  /** A calendar day, YYYY-MM-DD. */
  readonly today: string;
}

/** The figures of the decisions in view: brought along once somebody asks for them. */
export function Figures({ decisions, today }: FiguresProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <p className={styles.toggle}>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Hide the figures" : "Show the figures"}
        </Button>
      </p>
      {isOpen && (
        <div id={id}>
          <Suspense fallback={<p>Counting…</p>}>
            <Charts decisions={decisions} today={today} />
          </Suspense>
        </div>
      )}
    </>
  );
}
