import { toSeatId } from "#domain/ids.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { type BusinessFunction, commonFunctions } from "#domain/table/business-function.ts";
import type { SeatSuggestion } from "#domain/table/matching.ts";
import type { Person } from "#domain/table/person.ts";
import type { Role, Seat } from "#domain/table/seat.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./attendee-list.module.css";
import { newSeat, withPerson } from "./seat-changes.ts";
import { kindWords, responseWords } from "./table-view.ts";

interface AttendeeRowProps {
  readonly suggestion: SeatSuggestion;
  /** Whether they would cover a function that has no seat yet. */
  readonly isNeeded?: boolean;
  /** The seat this person has already. */
  readonly seat?: Seat;
  readonly isPicked: boolean;
  readonly onPick: (person: Person | undefined) => void;
}

/** One attendee: the first click picks them, the second seats them. */
export function AttendeeRow(props: AttendeeRowProps) {
  const { suggestion, isNeeded = false, seat, isPicked, onPick } = props;
  const { goTo } = usePreparing();
  const { attendee } = suggestion;
  const { person } = attendee;
  const inside = <Words suggestion={suggestion} isNeeded={isNeeded} seat={seat} />;
  if (person === undefined) {
    return (
      <li className={styles.person}>
        <div className={styles.row}>{inside}</div>
      </li>
    );
  }
  const pick = () => {
    if (seat !== undefined)
      goTo({ card: "table", at: { kind: "seat", seat: seat.id, part: "person" } });
    else onPick(isPicked ? undefined : person);
  };
  return (
    <li
      className={seat === undefined ? styles.person : `${styles.person} ${styles.seated}`}
      data-picked={isPicked}
    >
      <button
        type="button"
        className={styles.row}
        {...(seat === undefined && { "aria-expanded": isPicked })}
        onClick={pick}
      >
        {inside}
      </button>
      {isPicked && (
        <Ways person={person} suggested={suggestion.function} onSeated={() => onPick(undefined)} />
      )}
    </li>
  );
}

interface WordsProps {
  readonly suggestion: SeatSuggestion;
  readonly isNeeded: boolean;
  readonly seat: Seat | undefined;
}

function Words({ suggestion, isNeeded, seat }: WordsProps) {
  const { attendee, function: suggested, from } = suggestion;
  const { name, response, kind, jobTitle, department } = attendee;
  const facts =
    seat === undefined
      ? [kindWords[kind], jobTitle ?? department ?? "", isNeeded ? "" : (suggested ?? "")]
      : [seat.function, seat.role];
  const said = [...new Set(facts.filter((fact) => fact !== ""))].join(" · ");
  return (
    <>
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(attendee)}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {isNeeded && (
          <span className={styles.needed}>
            would cover {suggested}, by {from}
          </span>
        )}
        <span className={styles.facts}>
          {said}
          {said !== "" && responseWords[response] !== "" && " · "}
          {responseWords[response] !== "" && (
            <span className={response === "declined" ? styles.declined : undefined}>
              {responseWords[response]}
            </span>
          )}
        </span>
      </span>
    </>
  );
}

interface WaysProps {
  readonly person: Person;
  readonly suggested: BusinessFunction | undefined;
  readonly onSeated: () => void;
}

/** The second click: what this person is seated as. */
function Ways({ person, suggested, onSeated }: WaysProps) {
  const { meeting, newId, tell, goTo } = usePreparing();
  const [chosen, setChosen] = useState(suggested);
  const functions = [...new Set([...meeting.frame.functions, ...commonFunctions])];

  const seatAs = (role: Role) => {
    if (chosen === undefined) return;
    // An empty seat of the same kind is filled before a second one is put beside it.
    const empty = Array.from(meeting.seats.values()).find(
      ({ seat }) => seat.person === undefined && seat.function === chosen && seat.role === role,
    );
    const seat = empty
      ? withPerson(empty.seat, person)
      : newSeat(toSeatId(newId()), chosen, role, person);
    if (!tell({ kind: "seat-set", seat })) return;
    onSeated();
    goTo({ card: "table", at: { kind: "attendees" } });
  };
  return (
    <div className={styles.ways}>
      <select
        className={fieldStyles.select}
        aria-label={`Function of ${person.name}`}
        value={chosen ?? ""}
        onChange={(event) => setChosen(event.target.value as BusinessFunction)}
      >
        {chosen === undefined && <option value="">Choose a function</option>}
        {functions.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={chosen === undefined}
        onClick={() => seatAs("driver")}
      >
        Seat as driver
      </Button>
      <Button
        size="small"
        disabledFocusable={chosen === undefined}
        onClick={() => seatAs("stakeholder")}
      >
        Seat as stakeholder
      </Button>
    </div>
  );
}

function initialsOf({ name }: Attendee): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (
    letters
      .map((word) => Array.from(word ?? "")[0] ?? "")
      .join("")
      .toLocaleUpperCase() || "?"
  );
}
