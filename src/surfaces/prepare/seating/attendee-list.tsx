import { matchAttendees, suggestSeats } from "#domain/table/matching.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { coverageFirst, covers } from "#domain/table/coverage-first.ts";
import type { Person } from "#domain/table/person.ts";
import type { MissingKnowledge } from "#flows/ports.ts";
import type { StoreError } from "#flows/store-error.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { useEffect, useRef, useState } from "react";
import styles from "./attendee-list.module.css";
import { AttendeeRow } from "./attendee-row.tsx";
import { missingFunctions } from "./table-view.ts";

interface AttendeeListProps {
  /** Whom the next seat is for. */
  readonly picked: Person | undefined;
  readonly onPick: (person: Person | undefined) => void;
}

const shownAtOnce = 40;
const searchFrom = 12;

const missingWords: { readonly [M in MissingKnowledge]: string } = {
  responses: "Who accepted is not shown: Quorate may not read the calendar.",
  departments: "Functions are not suggested: Quorate may not read the directory.",
  roster: "Only some of the attendees are shown: Quorate may not read who is in this meeting.",
};

/** Whoever Graph says is invited: those without a seat first. */
export function AttendeeList({ picked, onPick }: AttendeeListProps) {
  const { meeting, roster, spot } = usePreparing();
  const [search, setSearch] = useState("");
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // With every new aim, so that after one person is seated the next is at hand.
    if (spot?.at?.kind === "attendees")
      place.current?.querySelector<HTMLElement>("li button")?.focus();
  }, [spot]);

  const { attendees, state, missing, askable, why } = roster;
  const { unseated, seated } = matchAttendees(attendees, meeting.seats);
  const uncovered = missingFunctions(meeting);
  const suggestions = coverageFirst(suggestSeats(unseated, meeting.frame.functions), uncovered);
  const open = suggestions.filter(({ attendee }) => isFound(attendee, search));
  const taken = seated.filter(({ attendee }) => isFound(attendee, search));
  const found = open.length + taken.length;
  return (
    <section ref={place} className={styles.list} aria-labelledby="attendees-heading">
      <div className={styles.head}>
        <h3 className={styles.heading} id="attendees-heading">
          Invited{attendees.length > 0 && ` (${attendees.length})`}
        </h3>
        <button type="button" className={styles.again} onClick={roster.readAgain}>
          Look again
        </button>
      </div>
      {state === "reading" && attendees.length === 0 && (
        <p className={styles.note}>Looking who is invited…</p>
      )}
      {why !== undefined && state === "failed" && (
        <p className={styles.note}>
          {rosterWords(why)} {askable.includes("roster") && <Allow what="roster" />}
        </p>
      )}
      {attendees.length >= searchFrom && (
        <input
          type="search"
          className={fieldStyles.input}
          aria-label="Find somebody"
          placeholder="Find somebody"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <ul className={styles.people}>
        {open.slice(0, shownAtOnce).map((suggestion, index) => (
          <AttendeeRow
            key={suggestion.attendee.person?.id ?? `${suggestion.attendee.name}-${index}`}
            suggestion={suggestion}
            isNeeded={uncovered.some((name) => covers(suggestion, name))}
            isPicked={picked !== undefined && suggestion.attendee.person?.id === picked.id}
            onPick={onPick}
          />
        ))}
        {taken.slice(0, Math.max(0, shownAtOnce - open.length)).map(({ attendee, seat }) => (
          <AttendeeRow
            key={seat.seat.id + (attendee.person?.id ?? "")}
            suggestion={{ attendee }}
            seat={seat.seat}
            isPicked={false}
            onPick={onPick}
          />
        ))}
      </ul>
      {found > shownAtOnce && (
        <p className={styles.note}>{found - shownAtOnce} more. Find them by name or function.</p>
      )}
      {missing.map((one) => (
        <p key={one} className={styles.note}>
          {missingWords[one]} {askable.includes(one) && <Allow what={one} />}
        </p>
      ))}
    </section>
  );
}

/** Why nobody is listed. Graph gives a meeting's chat to its own tenant's people in it only. */
function rosterWords(why: StoreError): string {
  if (why.kind !== "forbidden") return adviceFor(why);
  return "You may not read who is in this meeting: guests and people outside its chat cannot. Ask the organizer to seat people.";
}

const purposes: { readonly [M in MissingKnowledge]: string } = {
  responses: "the calendar",
  departments: "the directory",
  roster: "who is in this meeting",
};

/** Where a permission is all that is missing: the way to give it. */
function Allow({ what }: { readonly what: MissingKnowledge }) {
  const { roster } = usePreparing();
  return (
    <button
      type="button"
      className={styles.again}
      aria-label={`Allow reading ${purposes[what]}`}
      onClick={() => roster.allow(what)}
    >
      Allow
    </button>
  );
}

function isFound({ name, department, jobTitle, mail }: Attendee, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/u);
  const text = [name, department, jobTitle, mail].join(" ").toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
