import type { LogRow } from "#domain/log/entry.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";

const people = 300;
const drivers = 7;
const startMs = Date.UTC(2026, 10, 2, 13);

const answers: Readonly<Record<string, unknown>> = {
  choice: "strategic",
  text: { text: "Reps forecast by feel; only Finance sees the gap in time.", basis: "fact" },
  goal: { metric: "Forecast error", unit: "%", baseline: "31", target: "12", date: "2027-06-30" },
  risk: { what: "Nobody here can judge what the model learns from deals.", category: "privacy" },
  scale: 4,
  rights: { what: "Which steps stay with people", who: "Sales Operations", limit: "one quarter" },
};

const personId = (n: number) => `20000000-0000-4000-8000-${String(n + 1).padStart(12, "0")}`;

/** What 300 people say in one meeting, in the order the list has it, until there are enough rows. */
function* sayings(): Generator<readonly [by: number, payload: { readonly kind: string }]> {
  yield [0, said("decision-opened", { meeting, title: "Redesign sales forecasting" })];
  yield [0, said("gate-answered", { gate: { signals: ["strategic-shift"] } })];
  for (let n = 0; n < drivers; n += 1) yield [0, said("seat-set", { seat: seat(n) })];
  for (let n = 0; n < people; n += 1) yield [n, said("person-arrived", {})];
  yield [0, said("walk-started", { override: "Everybody who is needed is in the room." })];
  for (const { id: question, asks, audience } of technologyDecision.questions) {
    const answer = Object.fromEntries(asks.map(({ kind }) => [kind, answers[kind]]));
    const asked = audience === "all" ? people : drivers;
    for (let n = 0; n < 1625; n += 1) {
      yield [n % asked, said("question-answered", { question, answer })];
    }
    yield [0, said("answers-revealed", { question })];
    yield [0, said("conclusion-drafted", { question, text: "One forecast, owned by Sales." })];
    yield [0, said("question-concluded", { question, conclusion: "One forecast." })];
  }
}

const said = (kind: string, more: object) => ({ kind, ...more });

const meeting = { key: "19:meeting_bench@thread.v2", subject: "Redesign sales forecasting" };

const seat = (n: number) => ({
  id: `seat-${n}`,
  function: ["Sales", "IT", "HR", "Finance", "Sales Operations", "Legal", "Data"][n] ?? "Product",
  person: { id: personId(n), name: `Person ${n}` },
  required: true,
  role: "driver",
  duty: n === 0 ? "decider" : "member",
});

/** The rows of a large meeting as the list would hand them over; every one of them takes effect. */
export function bigLog(rows: number): readonly LogRow[] {
  const log: LogRow[] = [];
  for (const [by, payload] of sayings()) {
    const position = log.length + 1;
    log.push({
      position,
      authorId: personId(by),
      authorName: `Person ${by}`,
      atMs: startMs + position * 200,
      eventId: `event-${position}`,
      decision: "bench",
      meeting: meeting.key,
      kind: payload.kind,
      previous: position === 1 ? "" : "0".repeat(64),
      payload: JSON.stringify(payload),
    });
    if (log.length === rows) return log;
  }
  throw new Error(`The meeting has only ${log.length} things to say.`);
}
