import * as v from "valibot";
import { PersonId } from "#domain/ids.ts";
import { textUpTo } from "#domain/text.ts";

/** A person as the log names them. The id is the identity; the name is what to show. */
export const Person = v.object({
  id: PersonId,
  name: textUpTo(120),
  mail: v.optional(textUpTo(200)),
  /** From another tenant, or a guest in this one. */
  external: v.optional(v.boolean()),
});
export type Person = Readonly<v.InferOutput<typeof Person>>;
