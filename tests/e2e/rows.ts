import { askGraph, decisionSite } from "./graph.ts";
import { type Name, people } from "./people.ts";
import { type Sandbox, tell } from "./sandbox.ts";

/** What somebody says, as the product writes it: the event without its author. */
export type Said = readonly [
  by: Name,
  event: { readonly kind: string; readonly [field: string]: unknown },
];

/**
 * Writes rows into *Decision events* as their authors would, so that a story begins in the middle.
 * What a story is about is done in a browser; this only gets it there.
 */
export async function writeRows(
  sandbox: Sandbox,
  decision: string,
  meeting: string,
  said: readonly Said[],
): Promise<void> {
  const chat = await chatOf(sandbox, meeting);
  const path = `/sites/${decisionSite}/lists/Decision%20events/items`;
  for (const [at, [by, event]] of said.entries()) {
    const fields = {
      Title: event.kind,
      EventId: `${decision}-${meeting}-${at}`,
      DecisionKey: decision,
      MeetingKey: chat,
      Kind: event.kind,
      Payload: JSON.stringify({ ...event, by: people[by] }),
    };
    const response = await askGraph(sandbox, people[by], path, {
      method: "POST",
      body: { fields },
    });
    if (!response.ok) throw new Error(`${event.kind}: ${response.status} ${await response.text()}`);
  }
}

/** The chat of a meeting: what its rows are known by. */
export async function chatOf(sandbox: Sandbox, meeting: string): Promise<string> {
  const meetings = (await tell(sandbox, "GET", "meetings")) as readonly {
    readonly id: string;
    readonly chatId: string;
  }[];
  const found = meetings.find(({ id }) => id === meeting);
  if (found === undefined) throw new Error(`The sandbox has no meeting ${meeting}.`);
  return found.chatId;
}

const questions = [
  "strategic-or-operational",
  "business-outcome",
  "goals-without-spending",
  "unknown-risks",
  "speed-and-accountability",
  "rights-from-here",
];

interface Seating {
  readonly by: Name;
  readonly name: string;
  readonly function: string;
  readonly duty: "decider" | "member" | "sign-off";
  readonly ground?: string;
}

const seats: readonly Seating[] = [
  { by: "sofia", name: "Sofia Brandt", function: "Sales", duty: "decider" },
  {
    by: "kwame",
    name: "Kwame Mensah",
    function: "IT",
    duty: "sign-off",
    ground: "information security",
  },
  { by: "ines", name: "Inés Navarro", function: "HR", duty: "member" },
];

/** A decision that Sofia opens and seats: herself, Kwame who must agree on security, and Inés. */
export function prepared(chat: string, title: string): readonly Said[] {
  const functions = ["Sales", "IT", "HR"];
  const frame = { title, context: "", outcome: "", without: "", functions };
  const organizer = { id: people.sofia, name: "Sofia Brandt" };
  const meeting = { key: chat, subject: "Redesign sales forecasting", organizer };
  return [
    ["sofia", { kind: "decision-opened", title, meeting }],
    ["sofia", { kind: "decision-framed", frame }],
    ["sofia", { kind: "gate-answered", gate: { signals: ["strategic-shift"] } }],
    ...seats.map(({ by, name, ...seat }): Said => {
      const person = { id: people[by], name };
      const place = { id: `seat-${by}`, role: "driver", required: true, person, ...seat };
      return ["sofia", { kind: "seat-set", seat: place }];
    }),
  ];
}

/** Sofia leads with all three there, up to the given number of questions concluded. */
export function walked(concluded: number): readonly Said[] {
  return [
    ...(["sofia", "kwame", "ines"] as const).map((by): Said => [by, { kind: "person-arrived" }]),
    ["sofia", { kind: "walk-started" }],
    ...questions.slice(0, concluded).flatMap((question, at): readonly Said[] => [
      ["sofia", { kind: "answers-revealed", question }],
      ["sofia", { kind: "question-concluded", question, conclusion: `Said to ${at + 1}.` }],
    ]),
  ];
}

/** Sofia proposes, all three agree, she rules for it and closes; `decision` is the one it is of. */
export function decided(
  decision: string,
  meeting: string,
  before: readonly Said[],
): readonly Said[] {
  const proposal = `${decision}-${meeting}-${before.length}`;
  const rule = { method: "single-decider", quorum: { kind: "required-drivers" } };
  const agrees = (by: Name): Said => [
    by,
    { kind: "stance-taken", proposal, seat: `seat-${by}`, stance: { stance: "agree" } },
  ];
  return [
    ...before,
    ["sofia", { kind: "proposal-made", text: "Buy the tool of Northwind.", rule }],
    agrees("sofia"),
    agrees("kwame"),
    agrees("ines"),
    ["sofia", { kind: "proposal-ruled", proposal, accepted: true }],
    ["sofia", { kind: "decision-closed", outcome: "decided" }],
  ];
}
