import type { Vote } from "#domain/deciding/votes.ts";
import { listed } from "#domain/table/sentences.ts";
import { text } from "#surfaces/walk/text.ts";

/** Who must agree whatever the count, and on what; said before anybody takes a stance. */
export function SignOffs({ votes }: { readonly votes: readonly Vote[] }) {
  const needed = votes.flatMap(({ seat, person, isPresent, taken }) => {
    const isAsked = (seat.required || isPresent) && taken?.stance.stance !== "recused";
    return isAsked && seat.duty === "sign-off" ? [`${person.name} on ${seat.ground}`] : [];
  });
  if (needed.length === 0) return null;
  return <p className={text.small}>Must agree, whatever the count: {listed(needed)}.</p>;
}
