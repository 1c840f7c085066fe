import type { DecisionRow } from "#domain/record/decision-row.ts";
import { counted } from "#domain/table/sentences.ts";
import { type Line, type Story, type Verification, verifyRecord } from "#flows/trust/auditing.ts";
import { StateMark } from "#surfaces/page/state-mark.tsx";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { columnWords } from "./column-words.ts";
import { Section } from "./section.tsx";
import styles from "./verify.module.css";

interface VerifyProps {
  readonly row: DecisionRow;
  readonly story: Story;
  readonly sha256: (text: string) => Promise<string>;
}

type Found = Verification | "no-close";

/** Recomputes the record from its log, and says what matches and what does not. */
export function Verify({ row, story, sha256 }: VerifyProps) {
  const [found, setFound] = useState<Found>();
  const announce = useAnnounce();
  const verify = () => {
    void verifyRecord(row, story, sha256).then((verification) => {
      const result = verification ?? "no-close";
      setFound(result);
      announce(verdictOf(result));
    });
  };
  return (
    <>
      {row.hash !== "" && (
        <p className={styles.paper}>
          SHA-256 over the {counted(row.events, "event")} of its log: {row.hash}
        </p>
      )}
      <div className={found === undefined ? styles.unasked : undefined}>
        <Section heading="Verify">
          <Button className={styles.verify} onClick={verify}>
            Verify this record
          </Button>
          {found !== undefined && <Outcome found={found} />}
        </Section>
      </div>
    </>
  );
}

function Outcome({ found }: { readonly found: Found }) {
  return (
    <>
      <p className={styles.verdict}>
        <StateMark mark={found !== "no-close" && found.matches ? "done" : "warn"} />
        {verdictOf(found)}
      </p>
      {found !== "no-close" && <Details found={found} />}
      <p className={styles.note}>
        This shows edits by people who may write to the lists. It cannot show what somebody with
        SharePoint’s owner tools has done to both lists at once.
      </p>
    </>
  );
}

function verdictOf(found: Found): string {
  if (found === "no-close") return "The log tells of no close, so nothing supports this record.";
  const { matches, events, hashWritten, hashTold, differences, unlinked } = found;
  if (matches) return `The record matches its log of ${counted(events, "event")}.`;
  const parts: string[] = [];
  if (hashWritten !== hashTold) parts.push("the hash is not the one its log gives");
  if (differences.length === 1) parts.push("1 column differs");
  if (differences.length > 1) parts.push(`${differences.length} columns differ`);
  if (unlinked.length > 0) {
    const follows = unlinked.length === 1 ? "1 event follows" : `${unlinked.length} events follow`;
    parts.push(`${follows} a row that was changed or taken away`);
  }
  return `The record does not match its log: ${parts.join(", ")}.`;
}

function Details({ found }: { readonly found: Verification }) {
  const { hashWritten, hashTold, lines, unlinked } = found;
  const follow = unlinked.map(({ position }) => `row ${position}`).join(", ");
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">In SharePoint</th>
          <th scope="col">By the log</th>
        </tr>
      </thead>
      <tbody>
        <LineRow
          word="SHA-256"
          written={hashWritten}
          told={hashTold}
          matches={hashWritten === hashTold}
        />
        <LineRow
          word="Chain of events"
          written={follow === "" ? "Each follows a row that is there" : `Gaps before ${follow}`}
          told="Each follows a row that is there"
          matches={follow === ""}
        />
        {lines.map((line) => (
          <LineRow key={line.column} word={columnWords[line.column]} {...line} />
        ))}
      </tbody>
    </table>
  );
}

interface LineRowProps extends Omit<Line, "column"> {
  readonly word: string;
}

function LineRow({ word, written, told, matches }: LineRowProps) {
  return (
    <tr className={matches ? styles.matching : undefined}>
      <th scope="row">
        <span className={styles.word}>
          <StateMark mark={matches ? "done" : "warn"} />
          {word}
        </span>
      </th>
      <td data-label="In SharePoint">
        <span className={styles.text}>{written === "" ? "(nothing)" : written}</span>
      </td>
      <td data-label="By the log">
        {matches ? (
          "The same"
        ) : (
          <span className={styles.text}>{told === "" ? "(nothing)" : told}</span>
        )}
      </td>
    </tr>
  );
}
