import type { Workload } from "../call.ts";
import { refuse } from "../errors.ts";

/** What one route has cost so far. */
interface RouteCost {
  readonly method: string;
  readonly path: string;
  requests: number;
  resourceUnits: number;
  throttled: number;
}

/** What all requests have cost so far, and how full the current minute is. */
interface MeterReading {
  readonly total: {
    readonly requests: number;
    readonly resourceUnits: number;
    readonly throttled: number;
  };
  readonly minute: { readonly budget: number; readonly used: number };
  readonly routes: readonly RouteCost[];
}

interface Budget {
  readonly limit: number;
  readonly windowMs: number;
  /** Whose budget it is: the app's in the tenant, or each person's own. */
  readonly per: "app" | "person";
  /** Whether it counts resource units or requests. */
  readonly counts: "units" | "requests";
  readonly code: string;
}

const MINUTE = 60_000;

/**
 * The published limits per workload.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 * @see https://learn.microsoft.com/graph/throttling-limits
 */
function budgetsOf(unitsPerMinute: number): Record<Workload, readonly Budget[]> {
  const slow = { code: "activityLimitReached" } as const;
  return {
    sharepoint: [
      { limit: unitsPerMinute, windowMs: MINUTE, per: "app", counts: "units", ...slow },
      { limit: 1_200_000, windowMs: 1440 * MINUTE, per: "app", counts: "units", ...slow },
      { limit: 3000, windowMs: 5 * MINUTE, per: "person", counts: "requests", ...slow },
    ],
    teams: [{ limit: 30, windowMs: 1000, per: "app", counts: "requests", code: "TooManyRequests" }],
    outlook: [
      {
        limit: 10_000,
        windowMs: 10 * MINUTE,
        per: "person",
        counts: "requests",
        code: "ApplicationThrottled",
      },
    ],
    // Planner says that it throttles, not at what.
    planner: [],
    directory: [
      { limit: 3500, windowMs: 10_000, per: "app", counts: "units", code: "TooManyRequests" },
    ],
  };
}

/** Counts what requests cost and turns down those beyond the budget. */
export interface Meter {
  /**
   * Charges a request and gives the headers that warn of a nearly spent budget.
   *
   * @throws GraphError 429 with `Retry-After`; the request is charged all the same.
   */
  charge(request: {
    readonly method: string;
    readonly path: string;
    readonly workload: Workload;
    readonly units: number;
    readonly personId: string;
  }): Readonly<Record<string, string>>;
  /** Counts a 429 that something else than the budget gave. */
  countThrottled(method: string, path: string): void;
  read(): MeterReading;
  reset(): void;
}

/** A meter over the published limits, with SharePoint's minute budget as given. */
export function createMeter(unitsPerMinute: () => number, now: () => number): Meter {
  const used = new Map<string, number>();
  const routes = new Map<string, RouteCost>();

  const costOf = (method: string, path: string) => {
    const key = `${method} ${path}`;
    const cost = routes.get(key) ?? { method, path, requests: 0, resourceUnits: 0, throttled: 0 };
    routes.set(key, cost);
    return cost;
  };
  const windowKey = (workload: Workload, index: number, budget: Budget, personId: string) =>
    `${workload}/${index}/${budget.per === "person" ? personId : ""}/${Math.floor(now() / budget.windowMs)}`;

  return {
    charge: ({ method, path, workload, units, personId }) => {
      const cost = costOf(method, path);
      cost.requests += 1;
      cost.resourceUnits += workload === "sharepoint" ? units : 0;
      let headers: Record<string, string> = {};
      for (const [index, budget] of budgetsOf(unitsPerMinute())[workload].entries()) {
        const key = windowKey(workload, index, budget, personId);
        const sum = (used.get(key) ?? 0) + (budget.counts === "units" ? units : 1);
        used.set(key, sum);
        const resetSeconds = Math.ceil((budget.windowMs - (now() % budget.windowMs)) / 1000);
        if (sum > budget.limit) {
          cost.throttled += 1;
          throttle(budget, resetSeconds);
        }
        if (workload === "sharepoint" && index === 0 && sum >= 0.8 * budget.limit)
          headers = rateLimit(budget.limit, budget.limit - sum, resetSeconds);
      }
      return headers;
    },
    countThrottled: (method, path) => {
      costOf(method, path).throttled += 1;
    },
    read: () => {
      const all = [...routes.values()];
      const sum = (of: (cost: RouteCost) => number) =>
        all.reduce((total, cost) => total + of(cost), 0);
      const budget = unitsPerMinute();
      const minute = budgetsOf(budget).sharepoint[0] as Budget;
      return {
        total: {
          requests: sum((cost) => cost.requests),
          resourceUnits: sum((cost) => cost.resourceUnits),
          throttled: sum((cost) => cost.throttled),
        },
        minute: {
          budget,
          used: used.get(windowKey("sharepoint", 0, minute, "")) ?? 0,
        },
        routes: all.map((cost) => ({ ...cost })),
      };
    },
    reset: () => {
      used.clear();
      routes.clear();
    },
  };
}

function rateLimit(limit: number, remaining: number, resetSeconds: number) {
  return {
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(Math.max(0, remaining)),
    "ratelimit-reset": String(resetSeconds),
  };
}

function throttle(budget: Budget, resetSeconds: number): never {
  return refuse(429, budget.code, "The request has been throttled", {
    innerCode: "throttledRequest",
    headers: {
      "retry-after": String(resetSeconds),
      ...rateLimit(budget.limit, 0, resetSeconds),
    },
  });
}
