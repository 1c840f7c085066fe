import type { Person } from "#domain/table/person.ts";
import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import { openDecision } from "#flows/afterwards/open-decision.ts";
import type { KeptDecision } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { ben, type room } from "../../flows/meeting/room.ts";

/** A deployment without cards and plans. */
export const nothingToShare: Sharing = { askConsent: () => Promise.resolve() };

/** Opens decisions of a table as one person's browser does. */
export function openingOf(
  { list, register, world, outboxOf }: ReturnType<typeof room>,
  me: Person = ben,
): (kept: KeptDecision) => Promise<OpenDecision> {
  const log = list.as(me);
  const outbox = outboxOf(me);
  return (kept) =>
    Promise.resolve(
      openDecision({ log, register, outbox, world, clockOffsetMs: () => 0, me, kept }),
    );
}
