import type { SeatId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { counted } from "#domain/table/sentences.ts";
import { Card } from "#surfaces/prepare/cards/card.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Recusals } from "#surfaces/prepare/own/recusals.tsx";
import { StandingFill } from "#surfaces/prepare/standing/standing-fill.tsx";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import { useState } from "react";
import { AttendeeList } from "./attendee-list.tsx";
import { DeciderChoice } from "./decider-choice.tsx";
import { withPerson } from "./seat-changes.ts";
import { NewSeat } from "./new-seat.tsx";
import { SeatEditor } from "./seat-editor.tsx";
import styles from "./table-card.module.css";
import { missingFunctions, neededBy, neededSeat, tableView } from "./table-view.ts";

/** Who is at the table: the ring, and beside it whoever is invited. */
export function TableCard() {
  const { meeting, spot, goTo, tell, canPrepare } = usePreparing();
  const [picked, setPicked] = useState<Person>();
  const at = spot?.at;
  const looks = tableView(meeting);

  const pick = (id: SeatId) => {
    const needed = neededBy(id, meeting);
    const empty = meeting.seats.get(id)?.seat;
    if (picked !== undefined && empty !== undefined && empty.person === undefined) {
      if (tell({ kind: "seat-set", seat: withPerson(empty, picked) })) setPicked(undefined);
      return;
    }
    goTo({
      card: "table",
      at:
        needed === undefined
          ? { kind: "seat", seat: id, part: "person" }
          : { kind: "new-seat", function: needed },
    });
  };
  const selected = at?.kind === "seat" ? at.seat : undefined;
  return (
    <Card
      id="table"
      number={3}
      name="Who is at the table"
      summary={summaryOf(meeting)}
      isMissing={meeting.seats.size === 0}
      aside={partsOf(meeting)}
      kinds={["seat-set", "seat-removed", "delegate-accepted", "interest-declared"]}
      openWord={meeting.seats.size === 0 ? "Seat people" : "Edit"}
      alwaysOpens
    >
      <div className={styles.layout}>
        <div className={styles.ring}>
          <TableRing
            seats={looks}
            {...(canPrepare && { onSeat: pick })}
            selected={at?.kind === "new-seat" ? neededSeat(at.function) : selected}
          >
            <Middle meeting={meeting} />
          </TableRing>
          <Recusals />
          {picked !== undefined && (
            <p className={styles.hint}>Now choose a seat for {picked.name}.</p>
          )}
          {canPrepare && <StandingFill />}
          <Work picked={picked} onSeated={() => setPicked(undefined)} />
        </div>
        {canPrepare && <AttendeeList picked={picked} onPick={setPicked} />}
      </div>
    </Card>
  );
}

interface WorkProps {
  readonly picked: Person | undefined;
  readonly onSeated: () => void;
}

/** What is being done at the table, under the ring. */
function Work({ picked, onSeated }: WorkProps) {
  const { meeting, spot, canPrepare } = usePreparing();
  const at = spot?.at;
  if (!canPrepare || at === undefined) return null;
  switch (at.kind) {
    case "seat": {
      const place = meeting.seats.get(at.seat);
      return place === undefined ? null : <SeatEditor key={at.seat} place={place} part={at.part} />;
    }
    case "new-seat":
      return (
        <NewSeat key={at.function} function={at.function} picked={picked} onSeated={onSeated} />
      );
    case "decider":
      return <DeciderChoice />;
    case "attendees":
      return null;
  }
}

/** What is missing, else what is to be decided. */
function Middle({ meeting }: { readonly meeting: Meeting }) {
  const missing = missingFunctions(meeting);
  const [first] = missing;
  if (first === undefined) return <span className={styles.missing}>{meeting.frame.title}</span>;
  return (
    <>
      <span className={styles.missing}>
        {missing.length === 1
          ? `${first} is not covered`
          : `${missing.length} functions are not covered`}
      </span>
      {missing.length > 1 && <span className={styles.why}>{missing.join(", ")}</span>}
    </>
  );
}

function partsOf({ seats }: Meeting): string {
  const drivers = Array.from(seats.values()).filter(({ seat }) => seat.role === "driver").length;
  return `${counted(drivers, "driver")} · ${counted(seats.size - drivers, "stakeholder")}`;
}

function summaryOf(meeting: Meeting): string {
  if (meeting.seats.size === 0) return "Nobody has a seat yet.";
  const missing = missingFunctions(meeting);
  const parts = partsOf(meeting);
  return missing.length === 0 ? parts : `${parts} · not covered: ${missing.join(", ")}`;
}
