import type { Chance } from "./chance.ts";

/** What this meeting has to live with, drawn from its seed. */
export interface Weather {
  /** Up to how long a written row may be missing from what others read. */
  readonly rowsVisibleAfterMs: number;
  /** Up to how long a request or an answer is under way, and a slow one. */
  readonly latencyMs: number;
  readonly slowMs: number;
  readonly slowRate: number;
  readonly unitsPerMinute: number;
  readonly deltaHistory: number;
  readonly duplicateAnswer: "invalidRequest" | "generalException" | "conflict";
  readonly tokenSeconds: number;
  /** How often word of a change is lost, or comes twice; absent where push cannot be had. */
  readonly push: { readonly lost: number; readonly doubled: number } | undefined;
  /** How often a window dies at one of its person's beats. */
  readonly crashRate: number;
  readonly offlineRate: number;
  /** How often somebody has a second window open on the same meeting. */
  readonly secondWindowRate: number;
  /**
   * Somebody took the unique constraint off the event id by hand, so that order at home (looking up
   * first, one window at a time) is all that keeps an event from being there twice.
   */
  readonly isUniqueUndone: boolean;
  readonly faults: readonly Readonly<Record<string, unknown>>[];
}

/** The weather of one meeting: each has its own mixture, some have none of a kind. */
export function weatherOf(chance: Chance): Weather {
  const isUniqueUndone = chance.is(0.2);
  const isLate = !isUniqueUndone && chance.is(0.7);
  return {
    rowsVisibleAfterMs: isLate ? chance.between(500, 20_000) : 0,
    latencyMs: chance.between(40, 800),
    // Beyond the time-out, a request may be carried out after its sender gave it up.
    slowMs: isUniqueUndone ? 8000 : 45_000,
    slowRate: chance.next() * 0.03,
    unitsPerMinute: chance.is(0.2) ? chance.between(500, 1000) : 100_000,
    deltaHistory: chance.is(0.2) ? chance.between(3, 30) : 100_000,
    duplicateAnswer: chance.pick(["invalidRequest", "generalException", "conflict"]),
    tokenSeconds: chance.between(60, 600),
    push: chance.is(0.8) ? { lost: chance.next() * 0.3, doubled: chance.next() * 0.3 } : undefined,
    crashRate: chance.next() * 0.05,
    offlineRate: chance.next() * 0.02,
    secondWindowRate: 0.25,
    isUniqueUndone,
    faults: faultsOf(chance, isUniqueUndone),
  };
}

function faultsOf(chance: Chance, isUniqueUndone: boolean): Weather["faults"] {
  const item = { method: "POST", path: "/items$" };
  const read = { method: "GET" };
  const write = { method: "PATCH" };
  const status = (code: number, retryAfterSeconds?: number) => ({
    action: "status",
    status: code,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
  const kinds = [
    { ...item, action: "drop-before" },
    { ...item, action: "drop-after-commit" },
    { ...item, ...status(503) },
    { ...item, ...status(503, 2) },
    { ...item, ...status(504) },
    { ...item, ...status(429) },
    { ...item, ...status(429, chance.between(1, 15)) },
    { ...item, action: "delay", delayMs: chance.between(500, 6000) },
    { ...read, action: "drop-before" },
    { ...read, action: "drop-after-commit" },
    { ...read, ...status(503) },
    { ...read, ...status(504) },
    { ...read, ...status(429, chance.between(1, 15)) },
    { ...read, action: "delay", delayMs: chance.between(500, 6000) },
    { ...read, path: "/delta", ...status(410) },
    { ...write, ...status(412) },
    { ...write, ...status(503) },
    { ...write, action: "drop-before" },
    { ...write, action: "drop-after-commit" },
  ];
  const harshness = chance.next() * 0.1;
  const dice = () => ({ rate: chance.next() * harshness, seed: chance.between(1, 1_000_000) });
  // A token revoked early, and now and then the next one as well.
  const revoked = {
    ...status(401),
    rate: chance.next() * 0.02,
    seed: chance.between(1, 1_000_000),
  };
  const all = [...kinds.map((kind) => ({ ...kind, ...dice() })), revoked];
  // Held up in the service, a create outlives the window that sent it, and the next one finds nothing.
  return all.filter(({ action }) => !(isUniqueUndone && action === "delay"));
}
