import { toSeatId } from "#domain/ids.ts";
import {
  type DefaultSeating,
  type ProposedSeat,
  seatsByDefault,
} from "#domain/seating-by-default/seats-by-default.ts";
import { counted } from "#domain/table/sentences.ts";
import type { StandingRoles } from "#flows/ports.ts";
import { useAsked } from "#surfaces/page/use-asked.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./standing.module.css";

interface StandingProposalProps {
  readonly port: StandingRoles;
  readonly onDone: () => void;
}

/** What the standing roles make of this table: each seat to take or leave, and what cannot be read. */
export function StandingProposal({ port, onDone }: StandingProposalProps) {
  const asked = useAsked(port, read);
  if (asked.kind === "asking") return <p className={styles.note}>Reading the standing roles…</p>;
  if (asked.kind === "failed") return <p className={styles.note}>{adviceFor(asked.why)}</p>;
  const { roles, unreadable } = asked.answer;
  return (
    <section className={styles.proposal} aria-label="Seats from the standing roles">
      {roles.length === 0 && unreadable.length === 0 ? (
        <p className={styles.note}>
          This site keeps no standing roles. A site owner can make a list “Decision roles” in setup:
          one row for each function, with who usually sits there.
        </p>
      ) : (
        <Choice roles={roles} onDone={onDone} />
      )}
      {unreadable.length > 0 && (
        <div>
          <p className={styles.heading}>Not read, or not whole</p>
          <ul className={styles.left}>
            {unreadable.map(({ row, why }, index) => (
              <li key={`${row}-${String(index)}`}>
                {row}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly roles: Awaited<ReturnType<StandingRoles["read"]>>["roles"];
  readonly onDone: () => void;
}

function Choice({ roles, onDone }: ChoiceProps) {
  const { meeting, roster, newId, tell } = usePreparing();
  const announce = useAnnounce();
  // Made once, so that the ids of new seats stay; whoever is seated meanwhile is refused twice.
  const [{ proposed, left }] = useState<DefaultSeating>(() =>
    seatsByDefault(roles, {
      seats: meeting.seats,
      attendees: roster.attendees,
      functionsNeeded: meeting.frame.functions,
      newId: () => toSeatId(newId()),
    }),
  );
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const taken = proposed.filter(({ seat }) => !without.has(seat.id));
  const toggle = (id: string) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  const seatThem = () => {
    const seated = taken.filter(({ seat }) => tell({ kind: "seat-set", seat })).length;
    announce(`${counted(seated, "seat")} set.`);
    onDone();
  };
  return (
    <>
      {proposed.length === 0 && (
        <p className={styles.note}>No standing role leads to a further seat here.</p>
      )}
      <ul className={styles.seats} hidden={proposed.length === 0}>
        {proposed.map((one) => (
          <li key={one.seat.id}>
            <label className={styles.seat}>
              <input
                type="checkbox"
                checked={!without.has(one.seat.id)}
                onChange={() => toggle(one.seat.id)}
              />
              <span>
                <span className={styles.name}>{one.seat.function}</span> {wordsOf(one)}
                {one.notes.map((note) => (
                  <span key={note} className={styles.why}>
                    {note}
                  </span>
                ))}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <details className={styles.note}>
          <summary>{counted(left.length, "standing role")} left out</summary>
          <ul className={styles.left}>
            {left.map(({ role, why }, index) => (
              <li key={`${role.function}-${String(index)}`}>
                {role.function}
                {role.person === undefined ? "" : ` (${role.person.name})`}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.foot}>
        {proposed.length > 0 && (
          <Button appearance="primary" disabledFocusable={taken.length === 0} onClick={seatThem}>
            Take {counted(taken.length, "seat")}
          </Button>
        )}
        <Button appearance="subtle" onClick={onDone}>
          {proposed.length > 0 ? "Cancel" : "Close"}
        </Button>
      </div>
    </>
  );
}

function wordsOf({ seat }: ProposedSeat): string {
  const part = seat.duty === "sign-off" ? `signs off on ${seat.ground}` : parts[seat.duty];
  const who = seat.person?.name ?? "nobody yet";
  const delegate = seat.delegate === undefined ? "" : `, delegate ${seat.delegate.name}`;
  return `${part} · ${who}${delegate}`;
}

const parts = {
  decider: "decides",
  member: "driver",
  contributor: "contributes",
  performer: "performs it",
  informed: "is informed",
} as const;

function read(port: StandingRoles) {
  return port.read();
}
