import { stanceWords } from "#domain/deciding/stance-words.ts";
import { type Stance, stances } from "#domain/deciding/stance.ts";
import type { Vote } from "#domain/deciding/votes.ts";
import { listed } from "#domain/table/sentences.ts";
import { type Bar, Bars } from "./bars.tsx";
import { nameInList, stanceWrittenDown } from "./written-down.ts";
import styles from "./stance-list.module.css";

interface StanceListProps {
  readonly votes: readonly Vote[];
  /** Whether the reasons are said as well. */
  readonly withReasons?: boolean;
}

/** The stances as bars with names under them, then every reason with whose it is. */
export function StanceList({ votes, withReasons = true }: StanceListProps) {
  const taken = votes.filter((vote) => vote.taken !== undefined);
  const reasoned = withReasons ? taken.filter((vote) => vote.taken?.stance.reason) : [];
  return (
    <div className={styles.stances}>
      <Bars bars={stances.map((name) => barOf(name, taken)).filter(isShown)} of={taken.length} />
      {reasoned.length > 0 && (
        <ul className={styles.reasons}>
          {reasoned.map((vote) => (
            <li key={vote.seat.id} className={styles.reason}>
              <span className={styles.whose}>{whoseWords(vote)}</span>
              <span className={styles.words}>{vote.taken?.stance.reason}</span>
              {vote.taken?.stance.stance === "object" && <Objection stance={vote.taken.stance} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Objection({ stance }: { readonly stance: Extract<Stance, { stance: "object" }> }) {
  return (
    <span className={styles.whose}>
      On the ground of {stance.ground}.
      {stance.wouldChange !== undefined && ` Would change: ${stance.wouldChange}`}
    </span>
  );
}

/** "Jonas Weber (Finance) · disagrees and commits". */
function whoseWords({ seat, person, via, taken }: Vote): string {
  const place = via === "delegate" ? `${seat.function}, delegate` : seat.function;
  const label = taken === undefined ? "" : stanceWords[taken.stance.stance].label;
  const writtenDown = stanceWrittenDown(taken);
  return `${person.name} (${place}) · ${label}${writtenDown === undefined ? "" : ` · ${writtenDown}`}`;
}

function barOf(name: Stance["stance"], votes: readonly Vote[]): Bar {
  const these = votes.filter(({ taken }) => taken?.stance.stance === name);
  return {
    id: name,
    label: stanceWords[name].label,
    count: these.length,
    under: listed(
      these.map(({ person, taken }) => nameInList(person.name, taken?.recordedFor !== undefined)),
      12,
    ),
  };
}

/** Agreement and objection are always shown, the rest when there is any. */
function isShown({ id, count }: Bar): boolean {
  return count > 0 || id === "agree" || id === "object";
}
