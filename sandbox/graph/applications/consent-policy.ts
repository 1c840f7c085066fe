import { administers } from "../../directory/administrators.ts";
import type { Directory, Person } from "../../directory/directory.ts";
import type { Behaviour } from "../conditions/behaviour.ts";
import { resourcesOf } from "./catalogue.ts";
import type { OfferedScope } from "./catalogue.ts";
import { askedFor } from "./registry.ts";

/** A scope as it is offered, by the name it is asked for; undefined when nobody offers it. */
export function offeredScope(directory: Directory, asked: string): OfferedScope | undefined {
  return resourcesOf(directory)
    .flatMap((resource) => resource.scopes.map((scope) => ({ resource, scope })))
    .find(({ resource, scope }) => askedFor(resource, scope.value) === asked)?.scope;
}

/**
 * Which of these scopes a person may not consent to: those the tenant's policy leaves to its
 * administrators. An administrator of apps may consent to any.
 *
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/manage-app-consent-policies
 */
export function needsAdministrator(
  world: {
    readonly directory: Directory;
    readonly behaviour: Pick<Behaviour, "userConsent">;
  },
  person: Person,
  scopes: readonly string[],
): string[] {
  if (administers(person, "applications")) return [];
  const open = OPEN[world.behaviour.userConsent];
  return scopes.filter((scope) => {
    const offered = offeredScope(world.directory, scope);
    return !offered || !open.includes(offered.consent);
  });
}

const OPEN: Readonly<Record<Behaviour["userConsent"], readonly OfferedScope["consent"][]>> = {
  managed: ["person"],
  permissive: ["person", "not-managed"],
  none: [],
};
