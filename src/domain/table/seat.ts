import * as v from "valibot";
import { SeatId } from "#domain/ids.ts";
import { Brief, textUpTo } from "#domain/text.ts";
import { BusinessFunction } from "./business-function.ts";
import { Person } from "./person.ts";

const place = {
  id: SeatId,
  function: BusinessFunction,
  person: v.optional(Person),
  /** Who sits here when the person cannot; counts once they have accepted. */
  delegate: v.optional(Person),
  /** What this seat knows that the decision needs. */
  insight: v.optional(Brief),
  /** What this seat answers for once it is decided. */
  accountability: v.optional(Brief),
  /** Whether the decision may not be taken without this seat. */
  required: v.boolean(),
};

/** In the core team: takes a stance. Exactly one driver decides; a sign-off must agree on its ground. */
const DriverSeat = v.variant("duty", [
  v.object({ ...place, role: v.literal("driver"), duty: v.literal("decider") }),
  v.object({
    ...place,
    role: v.literal("driver"),
    duty: v.literal("sign-off"),
    /** What the seat must agree on: legal, security, finance … */
    ground: textUpTo(60),
  }),
  v.object({ ...place, role: v.literal("driver"), duty: v.literal("member") }),
]);

/** Gives input and does not decide. */
const StakeholderSeat = v.object({
  ...place,
  role: v.literal("stakeholder"),
  duty: v.picklist(["contributor", "performer", "informed"]),
});

/** A place at the table, as kept in the log. */
export const Seat = v.union([DriverSeat, StakeholderSeat]);
export type Seat = Readonly<v.InferOutput<typeof Seat>>;

export type Role = Seat["role"];
export type Duty = Seat["duty"];
