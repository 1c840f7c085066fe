import type { LogRow } from "#domain/log/entry.ts";
import { type Latencies, newLatencies } from "./latencies.ts";
import type { QuestionName } from "./plan.ts";

export type Role = "driver" | "stakeholder";

/** How long it took until people of one role had what somebody else said. */
export interface Seen {
  /** From an answer being given to its row being in the browser. */
  readonly known: Latencies;
  /** From the moment an answer may be seen, at its reveal or when given after it, to its being shown. */
  readonly shown: Latencies;
  /** Of these, the ones given after the reveal. */
  readonly late: Latencies;
  /** From the facilitator's step to its being shown. */
  readonly step: Latencies;
}

/** Of all meetings of a run. */
export type Sightings = Readonly<Record<Role, Seen>>;

/** Nothing seen yet. */
export function newSightings(): Sightings {
  const seen = (): Seen => ({
    known: newLatencies(),
    shown: newLatencies(),
    late: newLatencies(),
    step: newLatencies(),
  });
  return { driver: seen(), stakeholder: seen() };
}

/** What one row of a meeting means for those who wait for it. */
interface Told {
  readonly kind: string;
  readonly question: QuestionName | undefined;
  readonly author: string;
  readonly saidAtMs: number | undefined;
}

/** When things were said in one meeting, as nobody in it knows. */
export interface Chronicle {
  said(eventId: string, atMs: number): void;
  told(row: LogRow): Told;
  /** When this question's answers were revealed, if they were. */
  revealedAtMs(question: QuestionName): number | undefined;
}

/** A meeting in which nothing was said. */
export function newChronicle(): Chronicle {
  const saidAt = new Map<string, number>();
  const told = new Map<number, Told>();
  const revealed = new Map<QuestionName, number>();
  return {
    said: (eventId, atMs) => void saidAt.set(eventId, atMs),
    revealedAtMs: (question) => revealed.get(question),
    told(row) {
      const known = told.get(row.position);
      if (known !== undefined) return known;
      const { question } = JSON.parse(row.payload) as { readonly question?: QuestionName };
      const saidAtMs = saidAt.get(row.eventId);
      const next: Told = { kind: row.kind, question, author: row.authorId, saidAtMs };
      told.set(row.position, next);
      if (row.kind === "answers-revealed" && question !== undefined && saidAtMs !== undefined) {
        revealed.set(question, saidAtMs);
      }
      return next;
    },
  };
}

/** What a witness tells of, the first time it is seen. */
export interface Noticed {
  readonly onOpened: (question: QuestionName) => void;
  readonly onRevealed: (question: QuestionName) => void;
}

/** One browser's knowledge: which rows it has, and how long each took to get here. */
export interface Witness {
  see(rows: readonly LogRow[], nowMs: number): void;
  /** How many people are at the table, as far as this browser knows. */
  present(): number;
}

/** Somebody who has seen nothing yet. */
export function newWitness(
  me: string,
  chronicle: Chronicle,
  seen: Seen,
  { onOpened, onRevealed }: Noticed,
): Witness {
  const positions = new Set<number>();
  const people = new Set<string>();
  const revealed = new Set<QuestionName>();
  const hidden = new Map<QuestionName, number[]>();
  let isWalking = false;

  function answer({ question, saidAtMs = 0, author }: Told, nowMs: number): void {
    if (author === me || question === undefined) return;
    seen.known.add(nowMs - saidAtMs);
    const waiting = hidden.get(question) ?? [];
    hidden.set(question, waiting);
    waiting.push(saidAtMs);
  }

  function show(question: QuestionName, nowMs: number): void {
    const revealedAtMs = chronicle.revealedAtMs(question) ?? 0;
    for (const saidAtMs of hidden.get(question) ?? []) {
      const tookMs = nowMs - Math.max(revealedAtMs, saidAtMs);
      seen.shown.add(tookMs);
      if (saidAtMs > revealedAtMs) seen.late.add(tookMs);
    }
    hidden.delete(question);
  }

  function take(told: Told, nowMs: number): void {
    const { kind, question, author, saidAtMs } = told;
    if (kind === "person-arrived" || isWalking) people.add(author);
    if (kind === "question-answered") answer(told, nowMs);
    if (!["walk-started", "answers-revealed", "question-concluded"].includes(kind)) return;
    if (author !== me && saidAtMs !== undefined) seen.step.add(nowMs - saidAtMs);
    if (kind === "walk-started") {
      isWalking = true;
      people.add(author);
      onOpened("calm");
    } else if (kind === "question-concluded") {
      onOpened(question === "calm" ? "round" : "talk");
    } else if (question !== undefined) {
      revealed.add(question);
      onRevealed(question);
    }
  }

  return {
    see(rows, nowMs) {
      for (const row of rows) {
        if (positions.has(row.position)) continue;
        positions.add(row.position);
        take(chronicle.told(row), nowMs);
      }
      // What came with the same answer is shown together with it.
      for (const question of revealed) if (hidden.has(question)) show(question, nowMs);
    },
    present: () => Math.max(1, people.size),
  };
}
