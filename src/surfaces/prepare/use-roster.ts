import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import type { MissingKnowledge, Roster } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { useCallback, useEffect, useRef, useState } from "react";

/** Who is invited, as far as Graph says. */
export interface RosterPicture {
  readonly state: "reading" | "read" | "failed";
  /** Those of the last reading that worked. */
  readonly attendees: readonly Attendee[];
  readonly missing: readonly MissingKnowledge[];
  readonly why?: StoreError | undefined;
  /** When Graph answered last, in epoch milliseconds by this browser's clock. */
  readonly readAtMs?: number | undefined;
  /** Those of `missing` that the person may be asked for. */
  readonly askable: readonly MissingKnowledge[];
  readonly readAgain: () => void;
  /** Asks for the permission behind something missing, and reads again. */
  readonly allow: (what: MissingKnowledge) => void;
}

/** Coming back to the tab asks again after so long, and not with every glance. */
const stalenessMs = 60_000;

type Reading = Omit<RosterPicture, "readAgain" | "allow">;

const nothingYet: Reading = { state: "reading", attendees: [], missing: [], askable: [] };

/** Reads the roster when the surface opens, and again when asked. */
export function useRoster(roster: Roster, meeting: MeetingInfo, now: () => number): RosterPicture {
  const [reading, setReading] = useState<Reading>(nothingYet);
  const latest = useRef(0);
  const clock = useRef(now);
  const readAt = useRef(0);

  const read = useCallback(() => {
    latest.current += 1;
    readAt.current = clock.current();
    const turn = latest.current;
    const show = (next: (before: Reading) => Reading) => {
      if (turn === latest.current) setReading(next);
    };
    roster.attendees(meeting).then(
      ({ attendees, missing, askable = [] }) =>
        show(() => ({ state: "read", attendees, missing, askable, readAtMs: clock.current() })),
      (error: unknown) =>
        show((before) => {
          // Thrown while rendering, our own mistake reaches the error boundary.
          if (!(error instanceof StoreError)) throw error;
          const askable = error.kind === "consent-needed" ? (["roster"] as const) : [];
          return { ...before, state: "failed", why: error, askable };
        }),
    );
  }, [roster, meeting]);

  // Answers to the invitation come while nobody looks; whoever comes back sees them.
  useEffect(() => {
    const lookAgain = () => {
      if (document.hidden || clock.current() - readAt.current < stalenessMs) return;
      read();
    };
    document.addEventListener("visibilitychange", lookAgain);
    return () => document.removeEventListener("visibilitychange", lookAgain);
  }, [read]);

  useEffect(() => {
    read();
    return () => {
      latest.current += 1;
    };
  }, [read]);

  const readAgain = useCallback(() => {
    setReading((before) => ({ ...before, state: "reading" }));
    read();
  }, [read]);
  const allow = useCallback(
    // Declined is an answer too: what is missing is then missing again.
    (what: MissingKnowledge) => void roster.ask?.(what).then(readAgain, readAgain),
    [roster, readAgain],
  );
  return { ...reading, ...(roster.ask === undefined && { askable: [] }), readAgain, allow };
}
