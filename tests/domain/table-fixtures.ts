import * as v from "valibot";
import { type PersonId, type SeatId, toPersonId, toSeatId } from "#domain/ids.ts";
import type { Presence, SeatAtTable } from "#domain/meeting-state.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import { Seat } from "#domain/table/seat.ts";

/** A person of the company, whose id and mail follow from the name. */
export function person(name: string, more: Partial<Person> = {}): Person {
  const key = name.toLowerCase().replaceAll(" ", ".");
  return { id: toPersonId(`id-${key}`), name, mail: `${key}@larkfield.example`, ...more };
}

export const ada = person("Ada Moreau");
export const ben = person("Ben Ortiz");
export const chloe = person("Chloe Diaz");
export const dana = person("Dana Wolf");
export const emil = person("Emil Sand");
export const farah = person("Farah Nour");
export const greta = person("Greta Holm");
export const hugo = person("Hugo Lind");
export const guest = person("Iris Vale", { external: true, mail: "iris@brightwater.example" });

/** A function of the business by name. */
export function fn(name: string): BusinessFunction {
  return v.parse(BusinessFunction, name);
}

interface SeatWish {
  readonly person?: Person;
  readonly delegate?: Person;
  readonly accepted?: boolean;
  readonly required?: boolean;
  readonly insight?: string | undefined;
  readonly accountability?: string | undefined;
}

/** A driver's seat, with nothing left to be said about it; required unless wished otherwise. */
export function driver(
  place: string,
  wish: SeatWish & { readonly duty?: "decider" | "member"; readonly signsOff?: string } = {},
): SeatAtTable {
  const { duty = "member", signsOff } = wish;
  const what = signsOff === undefined ? { duty } : { duty: "sign-off", ground: signsOff };
  return seatAt(place, { role: "driver", ...what }, wish);
}

/** A stakeholder's seat; not required unless wished otherwise. */
export function stakeholder(
  place: string,
  wish: SeatWish & { readonly duty?: "contributor" | "performer" | "informed" } = {},
): SeatAtTable {
  const { duty = "contributor" } = wish;
  return seatAt(place, { role: "stakeholder", duty }, { required: false, ...wish });
}

function seatAt(place: string, what: object, wish: SeatWish): SeatAtTable {
  const { insight = "Knows the numbers", accountability = "Answers for the numbers" } = wish;
  const seat = v.parse(Seat, {
    id: seatId(place),
    function: place,
    required: wish.required ?? true,
    ...what,
    ...(wish.person && { person: wish.person }),
    ...(wish.delegate && { delegate: wish.delegate }),
    ...(!("insight" in wish && wish.insight === undefined) && { insight }),
    ...(!("accountability" in wish && wish.accountability === undefined) && { accountability }),
  });
  return { seat, delegateAccepted: wish.accepted ?? false };
}

/** The id of the seat that `driver` or `stakeholder` makes for a function. */
export function seatId(place: string): SeatId {
  return toSeatId(`seat-${place.toLowerCase().replaceAll(" ", "-")}`);
}

/** Seats as a meeting keeps them. */
export function asTable(...seats: readonly SeatAtTable[]): ReadonlyMap<SeatId, SeatAtTable> {
  return new Map(seats.map((place) => [place.seat.id, place]));
}

/** These people as a set of ids. */
export function here(...people: readonly Person[]): ReadonlySet<PersonId> {
  return new Set(people.map(({ id }) => id));
}

/** These people as a meeting keeps who is present, all since the same moment. */
export function presence(...people: readonly Person[]): ReadonlyMap<PersonId, Presence> {
  return new Map(people.map((one) => [one.id, presentSince(one, 0)]));
}

/** One person present since a moment. */
export function presentSince({ id, name }: Person, sinceMs: number): Presence {
  return { person: { id, name }, how: "opened-the-tab", sinceMs };
}

/** Somebody invited, as Graph reports them. */
export function attendee(who: Person, more: Partial<Attendee> = {}): Attendee {
  return {
    person: who,
    name: who.name,
    ...(who.mail !== undefined && { mail: who.mail }),
    kind: "member",
    isOrganizer: false,
    response: "accepted",
    ...more,
  };
}

/** A table with nothing to find: five functions, one decider, everybody with all said. */
export const goodTable: readonly SeatAtTable[] = [
  driver("Sales", { person: ada, duty: "decider" }),
  driver("IT", { person: ben }),
  driver("HR", { person: chloe }),
  driver("Finance", { person: dana }),
  driver("Sales Operations", { person: emil }),
];
export const goodTeam = [ada, ben, chloe, dana, emil] as const;
