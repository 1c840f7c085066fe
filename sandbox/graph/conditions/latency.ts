import type { Workload } from "../call.ts";

/** What a request of its kind usually takes in SharePoint and its neighbours, with a long tail. */
export function realisticLatencyMs(
  route: { readonly method: string; readonly workload: Workload },
  chance: () => number,
): number {
  const usual = route.method === "GET" ? 90 : 220;
  const spread = route.workload === "sharepoint" ? 160 : 80;
  const tail = chance() < 0.05 ? 600 : 0;
  return Math.round(usual + chance() * spread + chance() * tail);
}
