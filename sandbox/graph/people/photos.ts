import type { Person } from "../../directory/directory.ts";
import type { Answer, Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import { portraitOf } from "./portrait.ts";
import { personOf, refuseGuest } from "./users.ts";

const SCOPES = ["User.ReadBasic.All", "ProfilePhoto.Read.All"];

function answerPhoto(call: Call, person: Person): Answer {
  const size = call.params["profilePhoto-id"] ?? "48x48";
  if (size !== "48x48") unknown(`photos of ${size}`);
  if (!person.photo) return refuse(404, "ImageNotFound", "The photo wasn't found.");
  return {
    status: 200,
    body: portraitOf(person.id),
    headers: { "content-type": "image/png", etag: `"${person.id}"` },
  };
}

/** Photos, for those who have one. */
export const photoRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/me/photos/{profilePhoto-id}/$value",
    scopes: ["User.Read", ...SCOPES],
    workload: "directory",
    units: 1,
    answer: (call) => answerPhoto(call, call.caller),
  },
  ...["/users/{user-id}/photo/$value", "/users/{user-id}/photos/{profilePhoto-id}/$value"].map(
    (path): Route => ({
      method: "GET",
      path,
      scopes: SCOPES,
      workload: "directory",
      units: 1,
      answer: (call) => {
        const person = personOf(call, param(call, "user-id"));
        if (person !== call.caller) refuseGuest(call);
        return answerPhoto(call, person);
      },
    }),
  ),
];
