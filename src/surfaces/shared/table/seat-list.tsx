import type { SeatId } from "#domain/ids.ts";
import { SeatAvatar } from "./seat-avatar.tsx";
import type { SeatLook } from "./seat-look.ts";
import styles from "./seat-list.module.css";

interface SeatListProps {
  readonly seats: readonly SeatLook[];
  /** Seats that have done what is asked for now, and the word for it: "answered". */
  readonly done?: Done;
}

/** Seats that carry a tick, and what the tick says. */
export interface Done {
  readonly seats: ReadonlySet<SeatId>;
  readonly word: string;
  /** The same word of several; the word itself where that is the same. */
  readonly words?: string;
}

/** The table as lines: who sits where, what they do there, and whether they are here. */
export function SeatList({ seats, done }: SeatListProps) {
  return (
    <ul className={styles.list}>
      {seats.map((look) => (
        <li key={look.id} className={styles.seat}>
          <SeatAvatar look={look} size="small" isDone={done?.seats.has(look.id) === true} />
          <span className={styles.words}>
            <span className={styles.name}>{look.name ?? look.function}</span>
            <span className={styles.part}>
              {look.name === undefined ? look.part : `${look.function} · ${look.part}`}
              {look.standing !== "here" && ` · ${look.standing}`}
              {done?.seats.has(look.id) === true && ` · ${done.word}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
