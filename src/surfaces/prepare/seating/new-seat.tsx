import { toSeatId } from "#domain/ids.ts";
import { matchAttendees, suggestSeats } from "#domain/table/matching.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { newSeat } from "./seat-changes.ts";
import styles from "./seat-editor.module.css";
import { responseWords } from "./table-view.ts";

interface NewSeatProps {
  readonly function: BusinessFunction;
  /** Whom the person who prepares has picked already. */
  readonly picked: Person | undefined;
  readonly onSeated: () => void;
}

/** A function the outcome needs and nobody sits for: who could, one click each. */
export function NewSeat({ function: name, picked, onSeated }: NewSeatProps) {
  const { meeting, roster, newId, tell, goTo } = usePreparing();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
  }, []);
  const { unseated } = matchAttendees(roster.attendees, meeting.seats);
  const candidates = suggestSeats(unseated, meeting.frame.functions).flatMap(
    ({ attendee, function: suggested }) =>
      attendee.person !== undefined && (suggested === name || attendee.person.id === picked?.id)
        ? [{ ...attendee, person: attendee.person }]
        : [],
  );
  const add = (person?: Person) => {
    const id = toSeatId(newId());
    if (!tell({ kind: "seat-set", seat: newSeat(id, name, "driver", person) })) return;
    onSeated();
    goTo({
      card: "table",
      at: { kind: "seat", seat: id, part: person === undefined ? "person" : "insight" },
    });
  };
  return (
    <section ref={place} className={styles.editor} aria-label={`Seat someone from ${name}`}>
      <h3 className={styles.heading}>Seat someone from {name}</h3>
      <div className={styles.foot}>
        {candidates.map(({ person, response }) => (
          <Button
            key={person.id}
            appearance={response === "declined" ? "outline" : "primary"}
            onClick={() => add(person)}
          >
            {response === "declined" ? `${person.name} (${responseWords.declined})` : person.name}
          </Button>
        ))}
        <Button onClick={() => add()}>Add an empty seat</Button>
        <Button appearance="subtle" onClick={() => goTo({ card: "table" })}>
          Back to the table
        </Button>
      </div>
      {candidates.length === 0 && (
        <p className={styles.wide}>
          Nobody invited seems to be from {name}. Pick anybody in the list, or add the seat and
          invite someone.
        </p>
      )}
    </section>
  );
}
