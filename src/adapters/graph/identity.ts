import * as v from "valibot";
import { Person } from "#domain/table/person.ts";
import type { Identity } from "#flows/ports.ts";
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
