import type { SeatId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";

/**
 * What a screen reader is told of a step from one picture to the next, besides the new moment: what
 * the table said, who leads by now, and who is recused. Sentences, in the order they matter.
 */
export function whatChanged(before: Meeting, after: Meeting, me: Person): readonly string[] {
  // Another decision, or the first sight of this one: that is a moment, not a change in it.
  if (before.opened?.decision !== after.opened?.decision) return [];
  return [...concluded(before, after), ...recusals(before, after, me), ...lead(before, after, me)];
}

function concluded(before: Meeting, after: Meeting): readonly string[] {
  return after.list.questions.flatMap(({ id }) => {
    const sentence = after.rounds.get(id)?.conclusion;
    const isNew = sentence !== undefined && before.rounds.get(id)?.conclusion === undefined;
    return isNew && sentence !== "" ? [`Concluded: ${sentence}`] : [];
  });
}

function recusals(before: Meeting, after: Meeting, me: Person): readonly string[] {
  return [...after.seats].flatMap(([id, { seat, recused }]) => {
    const was = recusedAt(before, id);
    if ((recused === undefined) === (was === undefined)) return [];
    const isMine = seat.person?.id === me.id;
    const who = isMine ? "You are" : `${seat.person?.name ?? `The ${seat.function} seat`} is`;
    return recused === undefined
      ? [`${who} recused no more.`]
      : [`${who} recused: ${recused.reason}`];
  });
}

function recusedAt({ seats }: Meeting, id: SeatId) {
  return seats.get(id)?.recused;
}

function lead(before: Meeting, after: Meeting, me: Person): readonly string[] {
  const was = before.facilitator?.person;
  const is = after.facilitator?.person;
  if (was === undefined || is === undefined || was.id === is.id) return [];
  return [is.id === me.id ? "You lead the walk from here on." : `${is.name} leads from here on.`];
}
