import { scopes } from "#adapters/graph/token-source.ts";

/** A permission that Quorate's registration names, and why. */
export interface Permission {
  readonly scope: string;
  readonly service: "graph" | "sharepoint";
  readonly reason: string;
  readonly without: string;
  /** Left out where nothing is said: asked for with either way to consent. */
  readonly only?: "simple" | "tight";
  /** Nothing works without it; every other one buys a convenience. */
  readonly isRequired?: true;
  /** Whether Microsoft's managed consent policy leaves it to an administrator. */
  readonly isManaged?: true;
}

/**
 * Every permission, in the order in which they are asked for. docs/permissions.md tells the same to
 * an administrator.
 */
export const permissions: readonly Permission[] = [
  {
    scope: scopes.profile[0],
    service: "graph",
    reason: "who is signed in",
    without: "nothing works: what is said needs an author",
    isRequired: true,
  },
  {
    scope: scopes.lists[0],
    service: "graph",
    reason: "read and add rows in Quorate's lists, hear of changes",
    without: "nothing works: the lists are the record",
    isRequired: true,
    only: "simple",
    isManaged: true,
  },
  {
    scope: scopes.oneSite[0],
    service: "graph",
    reason: "read and add rows in the granted site's lists, hear of changes",
    without: "nothing works: the lists are the record",
    isRequired: true,
    only: "tight",
  },
  {
    scope: scopes.makeLists[0],
    service: "graph",
    reason: "make the lists and repair their columns, from Setup",
    without: "lists are made with `npx quorate provision`",
    only: "simple",
  },
  {
    scope: "AllSites.Manage",
    service: "sharepoint",
    reason: "views, looks, and that only authors edit their rows, from Setup",
    without: "those are set with `npx quorate provision`, or by hand",
    only: "simple",
  },
  {
    scope: scopes.chat[0],
    service: "graph",
    reason: "who is in the meeting's chat",
    without: "people are put on seats by hand",
  },
  {
    scope: scopes.calendar[0],
    service: "graph",
    reason: "who was invited; for the organizer, who accepted",
    without: "responses are unknown",
    isManaged: true,
  },
  {
    scope: scopes.people[0],
    service: "graph",
    reason: "names of invited people who are not in the chat",
    without: "they are known by their mail address",
  },
  {
    scope: scopes.departments[0],
    service: "graph",
    reason: "department and job title, to suggest a seat's function",
    without: "functions are chosen by hand",
  },
  {
    scope: scopes.card[0],
    service: "graph",
    reason: "a card about the decision in the chat, when asked for",
    without: "the summary is copied by hand",
  },
  {
    scope: scopes.planner[0],
    service: "graph",
    reason: "milestones as tasks in Planner, when asked for",
    without: "milestones stay in the record",
    isManaged: true,
  },
];

/** Those that go with a way to consent. */
export function permissionsFor(consent: "simple" | "tight"): readonly Permission[] {
  return permissions.filter(({ only }) => only === undefined || only === consent);
}
