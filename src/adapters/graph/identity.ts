import * as v from "valibot";
import type { PersonId } from "#domain/ids.ts";
import { Person } from "#domain/table/person.ts";
import { cleanText } from "#domain/text.ts";
import type { Identity } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Graph, callGraph, parseAnswer } from "./client.ts";
import { scopes } from "./token-source.ts";

const Me = v.object({
  id: v.string(),
  displayName: v.nullish(v.string()),
  mail: v.nullish(v.string()),
  userPrincipalName: v.nullish(v.string()),
  userType: v.nullish(v.string()),
});

const path = "/me?$select=id,displayName,mail,userPrincipalName,userType";

/**
 * Who is signed in, by Graph's word.
 *
 * @see https://learn.microsoft.com/graph/api/user-get
 */
export function openIdentity(graph: Graph): Identity {
  return {
    async me() {
      const me = await callGraph(graph, Me, { path, scopes: scopes.profile });
      const mail = me.mail || me.userPrincipalName;
      const isGuest = me.userType === "Guest" || /#EXT#/iu.test(me.userPrincipalName ?? "");
      return parseAnswer(
        Person,
        {
          id: me.id,
          name: me.displayName || mail || "Unnamed person",
          ...(mail && { mail }),
          ...(isGuest && { external: true }),
        },
        path,
      );
    },
  };
}

const Named = v.object({ displayName: v.nullish(v.string()) });

/**
 * Somebody's name by their id; undefined where the directory does not know or will not say.
 *
 * @see https://learn.microsoft.com/graph/api/user-get
 */
export async function readName(graph: Graph, person: PersonId): Promise<string | undefined> {
  const ofPerson = `/users/${person}?$select=displayName`;
  try {
    const { displayName } = await callGraph(graph, Named, {
      path: ofPerson,
      scopes: scopes.people,
    });
    return cleanText(displayName ?? "").slice(0, 120) || undefined;
  } catch (failure) {
    if (failure instanceof StoreError) return undefined;
    throw failure;
  }
}
