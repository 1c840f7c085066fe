import { useEffect, useRef, useState } from "react";
import { counted } from "#domain/table/sentences.ts";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { SeatAvatar } from "./seat-avatar.tsx";
import { type Done, SeatList } from "./seat-list.tsx";
import type { SeatLook } from "./seat-look.ts";
import styles from "./table-strip.module.css";

interface TableStripProps {
  readonly seats: readonly SeatLook[];
  readonly done?: Done;
}

/** The table as one row of small circles; opens to who is who. More than fit become "+12". */
export function TableStrip({ seats, done }: TableStripProps) {
  const row = useRef<HTMLSpanElement>(null);
  const room = useRoom(row);
  const shown = seats.length > room ? seats.slice(0, room - 1) : seats;
  const firstStakeholder = shown.findIndex(({ role }) => role === "stakeholder");
  return (
    <details className={styles.strip}>
      <summary className={styles.summary}>
        <span className={hidden}>{tableWords(seats, done)}</span>
        <span ref={row} className={styles.row} aria-hidden="true">
          {shown.map((look, index) => (
            <span
              key={look.id}
              title={look.name === undefined ? look.function : `${look.function}: ${look.name}`}
              className={index === firstStakeholder && index > 0 ? styles.apart : styles.place}
            >
              <SeatAvatar look={look} size="small" isDone={done?.seats.has(look.id) === true} />
            </span>
          ))}
          {shown.length < seats.length && (
            <span className={styles.more}>+{seats.length - shown.length}</span>
          )}
        </span>
      </summary>
      <div className={styles.open}>
        <SeatList seats={seats} {...(done && { done })} />
      </div>
    </details>
  );
}

/** The strip in one sentence. */
function tableWords(seats: readonly SeatLook[], done: Done | undefined): string {
  const drivers = seats.filter(({ role }) => role === "driver");
  const here = drivers.filter(({ state }) => state === "present" || state === "delegate");
  const recused = drivers.filter(({ state }) => state === "recused").length;
  const others = seats.length - drivers.length;
  const parts = [
    `The table: ${here.length} of ${counted(drivers.length - recused, "driver")} here`,
  ];
  if (recused > 0) parts.push(`${recused} recused`);
  if (others > 0) parts.push(counted(others, "stakeholder"));
  if (done) parts.push(doneWords(done));
  return `${parts.join(", ")}. Show who is who.`;
}

/** "1 stance given", "3 stances given". */
function doneWords({ seats, word, words = word }: Done): string {
  return `${seats.size} ${seats.size === 1 ? word : words}`;
}

const placePx = 32;

/** How many circles fit in a row; eight, a side panel's worth, until it can be measured. */
function useRoom(row: { readonly current: HTMLElement | null }): number {
  const [room, setRoom] = useState(8);
  useEffect(() => {
    if (row.current === null || typeof ResizeObserver === "undefined") return undefined;
    const watch = new ResizeObserver(([entry]) => {
      // The gap in front of the stakeholders takes a little more.
      const px = (entry?.contentRect.width ?? 0) - 6;
      setRoom(Math.max(2, Math.floor(px / placePx)));
    });
    watch.observe(row.current);
    return () => watch.disconnect();
  }, [row]);
  return room;
}
