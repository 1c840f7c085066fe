import * as v from "valibot";
import { Rule } from "#domain/deciding/rule.ts";
import { Stance } from "#domain/deciding/stance.ts";
import { EventId, SeatId } from "#domain/ids.ts";
import { proposalDetails } from "#domain/proposing/details.ts";
import { Person } from "#domain/table/person.ts";
import { Brief, textUpTo } from "#domain/text.ts";

const day = v.pipe(v.string(), v.isoDate());

/** What may happen from the proposal to the record. A proposal is known by the id of its event. */
export const decidingEvents = [
  /** A new proposal, or the same under another rule, voids the stances taken before. */
  v.object({
    kind: v.literal("proposal-made"),
    text: textUpTo(500),
    rule: Rule,
    reviewOn: v.optional(day),
    ...proposalDetails,
  }),
  v.object({
    kind: v.literal("stance-taken"),
    proposal: EventId,
    seat: SeatId,
    stance: Stance,
    recordedFor: v.optional(Person),
  }),
  /** The decider's word under `single-decider`, after hearing the stances. */
  v.object({
    kind: v.literal("proposal-ruled"),
    proposal: EventId,
    accepted: v.boolean(),
    reason: v.optional(Brief),
  }),
  v.object({
    kind: v.literal("decision-closed"),
    outcome: v.picklist(["decided", "rejected", "deferred", "withdrawn", "not-needed"]),
    /** Required for every outcome but `decided`. */
    reason: v.optional(Brief),
    reviewOn: v.optional(day),
  }),
  /** The Decisions row carries the record; the hash is the one written there. */
  v.object({
    kind: v.literal("record-written"),
    item: v.pipe(v.string(), v.regex(/^\d{1,12}$/u)),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  }),
] as const;
