/** What a deployment can switch off; each costs one permission or one connection. */
export const features = [
  "chat",
  "people",
  "calendar",
  "departments",
  "push",
  "card",
  "planner",
] as const;
export type Feature = (typeof features)[number];

interface Cloud {
  readonly login: string;
  readonly graph: string;
  /** What Microsoft does not offer there. */
  readonly lacks: readonly Feature[];
}

/**
 * Microsoft's clouds: where people sign in and where Graph is.
 *
 * @see https://learn.microsoft.com/graph/deployments
 */
export const clouds = {
  global: { login: "login.microsoftonline.com", graph: "graph.microsoft.com", lacks: [] },
  "gcc-high": { login: "login.microsoftonline.us", graph: "graph.microsoft.us", lacks: [] },
  dod: { login: "login.microsoftonline.us", graph: "dod-graph.microsoft.us", lacks: [] },
  china: {
    login: "login.chinacloudapi.cn",
    graph: "microsoftgraph.chinacloudapi.cn",
    lacks: ["planner"],
  },
} as const satisfies Record<string, Cloud>;
export type CloudName = keyof typeof clouds;
