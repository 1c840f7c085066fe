import * as v from "valibot";
import { textUpTo } from "#domain/text.ts";
import { BusinessFunction } from "./business-function.ts";
import { Person } from "./person.ts";

/** Who a role names: known by Entra id, or only by what a list says until the roster knows more. */
export const NamedPerson = v.object({
  name: textUpTo(120),
  id: v.optional(Person.entries.id),
  mail: v.optional(textUpTo(200)),
});
export type NamedPerson = Readonly<v.InferOutput<typeof NamedPerson>>;

const standing = {
  function: BusinessFunction,
  person: v.optional(NamedPerson),
  /** Who usually sits here when the person cannot; still to be accepted each time. */
  delegate: v.optional(NamedPerson),
  required: v.boolean(),
};

/** Who usually sits where: what a seat of this function starts from. */
export const StandingRole = v.variant("duty", [
  v.object({ ...standing, role: v.literal("driver"), duty: v.picklist(["decider", "member"]) }),
  v.object({
    ...standing,
    role: v.literal("driver"),
    duty: v.literal("sign-off"),
    ground: textUpTo(60),
  }),
  v.object({
    ...standing,
    role: v.literal("stakeholder"),
    duty: v.picklist(["contributor", "performer", "informed"]),
  }),
]);
export type StandingRole = Readonly<v.InferOutput<typeof StandingRole>>;
