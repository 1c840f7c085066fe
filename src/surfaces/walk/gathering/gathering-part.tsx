import type { Meeting } from "#domain/meeting-state.ts";
import { isOrganizer } from "#domain/rights/people.ts";
import { checkTable } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { driverSeats, presentDrivers, seatOf } from "#domain/table/seating.ts";
import { counted } from "#domain/table/sentences.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useIsReader } from "#surfaces/shared/saying/reader-notice.tsx";
import { SeatList } from "#surfaces/shared/table/seat-list.tsx";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { InterestOffer } from "#surfaces/walk/interest/interest-offer.tsx";
import { EarlierConclusions } from "#surfaces/walk/question/earlier-conclusions.tsx";
import { ResumedNote } from "#surfaces/walk/resumed/resumed-note.tsx";
import { MomentPart } from "#surfaces/walk/moment-part.tsx";
import styles from "./gathering.module.css";

/** Before the walk: who is here, what is missing, and your own place. */
export function GatheringPart() {
  const { meeting, me } = useMeeting().picture;
  const isReader = useIsReader();
  const { seats, presence } = meeting;
  const voiced = [...seats.values()].filter(({ recused }) => recused === undefined);
  const here = presentDrivers(voiced, presence).length;
  const findings = checkTable({
    seats: [...seats.values()],
    functionsNeeded: meeting.frame.functions,
    collaborative: true,
    rule: meeting.rule,
    present: new Set(presence.keys()),
  });
  return (
    <MomentPart id="gathering" title={gatheringTitle(here, driverSeats(voiced).length)}>
      <ResumedNote />
      <EarlierConclusions />
      <p className={styles.place}>{placeWords(meeting, me, isReader)}</p>
      <InterestOffer />
      <Findings findings={findings.filter(({ severity }) => severity === "blocks")} />
      <SeatList seats={seatLooks(meeting)} />
      <Hints findings={findings.filter(({ severity }) => severity === "warns")} />
    </MomentPart>
  );
}

function gatheringTitle(here: number, drivers: number): string {
  if (drivers === 0) return "Nobody has a driver's seat yet";
  return here === drivers
    ? "Every driver is here"
    : `${here} of ${counted(drivers, "driver")} here`;
}

/** The person's own place, in the second person. */
function placeWords(meeting: Meeting, me: Person, isReader: boolean): string {
  const place = seatOf(meeting.seats, me.id, meeting.presence);
  if (place !== undefined) return `You sit at ${place.seat.function}: ${ownPart(place.seat)}.`;
  if (isReader) return "You have no seat at the table.";
  return isOrganizer(meeting, me.id)
    ? "You organize this meeting and have no seat at the table."
    : "You have no seat at the table. You can follow, and answer what is put to all.";
}

function ownPart(seat: Seat): string {
  switch (seat.duty) {
    case "decider":
      return "you decide";
    case "sign-off":
      return `you take a stance, and sign off on ${seat.ground}`;
    case "member":
      return "you take a stance";
    case "contributor":
      return "you give input";
    case "performer":
      return "you will carry it out";
    case "informed":
      return "you are kept informed";
  }
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label="What blocks the start">
      {findings.map(({ code, sentence }, index) => (
        // One code may be found twice; the order of findings is stable.
        <li key={`${code}/${index}`} className={styles.finding}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function Hints({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <details className={styles.hints}>
      <summary>{counted(findings.length, "hint")}</summary>
      <ul className={styles.hintList}>
        {findings.map(({ code, sentence }, index) => (
          <li key={`${code}/${index}`}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
