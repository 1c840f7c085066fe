import type { Presence } from "@microsoft/microsoft-graph-types";
import type { Route } from "../call.ts";
import { bodyOf } from "../call.ts";
import { refuse } from "../errors.ts";
import { refuseGuest } from "./users.ts";

const MOST = 650;

/** Presence: in the sandbox everybody is available. */
export const presenceRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/communications/getPresencesByUserId",
    scopes: ["Presence.Read.All"],
    workload: "teams",
    units: 0,
    answer: (call) => {
      refuseGuest(call);
      const { ids } = bodyOf(call);
      if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST)
        return refuse(400, "BadRequest", `ids must hold 1 to ${MOST} user ids.`);
      const { people } = call.world.directory;
      const value = (ids as unknown[]).flatMap((id): Presence[] =>
        people.has(String(id))
          ? [{ id: String(id), availability: "Available", activity: "Available" }]
          : [],
      );
      return { status: 200, body: { value } };
    },
  },
];
