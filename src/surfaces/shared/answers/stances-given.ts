import type { Meeting, Proposal } from "#domain/meeting-state.ts";
import type { Done } from "#surfaces/shared/table/seat-list.tsx";

/** The seats that carry a tick while stances are taken; a recused seat's stance counts no more. */
export function stancesGiven({ seats }: Meeting, { stances }: Proposal): Done {
  const given = [...stances.keys()].filter((id) => seats.get(id)?.recused === undefined);
  return { seats: new Set(given), word: "stance given", words: "stances given" };
}
