import type { Column, ListSchema } from "#adapters/sharepoint/schema.ts";
import { commonFunctions } from "#domain/table/business-function.ts";

const text = (name: string, title: string, about: string, limit = 255): Column => ({
  name,
  kind: "text",
  title,
  about,
  limit,
});

/** Who usually sits where. Kept by people, in SharePoint; Quorate only reads it. */
export const roleSchema: ListSchema = {
  name: "Decision roles",
  about: "Who usually sits where at the table. Quorate fills seats from it.",
  columns: [
    {
      name: "SeatFunction",
      kind: "tags",
      title: "Function",
      choices: [...commonFunctions],
      about: "The function the seat stands for: one. Others than those offered may be typed.",
    },
    { name: "SeatPerson", kind: "person", title: "Person", about: "Who usually sits here." },
    text("SeatPersonName", "Person (name)", "Their name, where they cannot be chosen above.", 120),
    text("SeatPersonEntra", "Person (Entra id)", "Their Entra object id, where it is known.", 64),
    {
      name: "SeatRole",
      kind: "choice",
      title: "Role",
      choices: ["driver", "stakeholder"],
      about: "A driver takes a stance; a stakeholder gives input.",
    },
    {
      name: "SeatDuty",
      kind: "choice",
      title: "Duty",
      choices: ["decider", "sign-off", "member", "contributor", "performer", "informed"],
      about: "The first three are drivers' duties, the others stakeholders'.",
    },
    text("SeatGround", "Ground", "What a sign-off must agree on: legal, security, finance.", 60),
    { name: "SeatDelegate", kind: "person", title: "Delegate", about: "Who stands in for them." },
    text("SeatDelegateName", "Delegate (name)", "Their name, where they cannot be chosen.", 120),
    text("SeatDelegateEntra", "Delegate (Entra id)", "Their Entra object id, if known.", 64),
    {
      name: "SeatRequired",
      kind: "yes-no",
      title: "Required",
      about: "Whether nothing is decided without this seat.",
    },
  ],
};
