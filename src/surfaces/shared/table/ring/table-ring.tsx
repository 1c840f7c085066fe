import type { ReactNode } from "react";
import type { SeatId } from "#domain/ids.ts";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { type RingPlace, driverPlaces, stakeholderPlaces } from "./ring-places.ts";
import { RingSeat } from "./ring-seat.tsx";
import type { Done } from "#surfaces/shared/table/seat-list.tsx";
import type { SeatLook } from "#surfaces/shared/table/seat-look.ts";
import { SeatTable } from "./seat-table.tsx";
import styles from "./table-ring.module.css";

interface TableRingProps {
  /** Drivers and stakeholders, in the order of `seatLooks`. */
  readonly seats: readonly SeatLook[];
  /** What stands in the middle: the decision's title, what is missing, how many have answered. */
  readonly children?: ReactNode;
  readonly done?: Done;
  /** Seats become buttons; absent where there is nothing to do with them. */
  readonly onSeat?: (seat: SeatId) => void;
  /** Read from across a room: larger, and functions without names. */
  readonly isFar?: boolean;
  /** The seat that is being looked at. */
  readonly selected?: SeatId | undefined;
}

/** The table: drivers around an oval, stakeholders outside, and the same as a table to be read out. */
export function TableRing(props: TableRingProps) {
  const { seats, children, done, onSeat, selected, isFar = false } = props;
  const drivers = seats.filter(({ role }) => role === "driver");
  const stakeholders = seats.filter(({ role }) => role === "stakeholder");
  const isCrowded = drivers.length > 8 || stakeholders.length > 6;
  const size = [styles.ring, isFar && styles.far, isCrowded && styles.crowded];
  const circles = [
    ...placed(drivers, driverPlaces(drivers.length)),
    ...placed(stakeholders, stakeholderPlaces(stakeholders.length)),
  ];
  return (
    <div className={size.filter(Boolean).join(" ")}>
      <SeatTable seats={seats} {...(done && { done })} />
      <div className={styles.picture}>
        <div className={styles.oval} />
        <div className={styles.middle}>{children}</div>
        <ul className={styles.seats} {...(onSeat === undefined && { "aria-hidden": true })}>
          {circles.map(({ look, place }) => (
            <li
              key={look.id}
              className={styles.place}
              style={{ left: `${place.left}%`, top: `${place.top}%` }}
            >
              <RingSeat
                look={look}
                label={place.label}
                isDone={done?.seats.has(look.id) === true}
                isSelected={selected === look.id}
                hasName={!isFar && !isCrowded}
                {...(onSeat && { onPick: () => onSeat(look.id) })}
              />
            </li>
          ))}
        </ul>
      </div>
      {seats.length === 0 && <p className={hidden}>Nobody has a seat yet.</p>}
    </div>
  );
}

interface Placed {
  readonly look: SeatLook;
  readonly place: RingPlace;
}

function placed(looks: readonly SeatLook[], places: readonly RingPlace[]): readonly Placed[] {
  return looks.flatMap((look, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ look, place }];
  });
}
