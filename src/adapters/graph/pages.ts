import * as v from "valibot";
import { type Graph, type GraphCall, callGraph } from "./client.ts";

const Page = v.object({
  value: v.array(v.unknown()),
  "@odata.nextLink": v.optional(v.string()),
  "@odata.deltaLink": v.optional(v.string()),
});

/** Everything a call answers over all its pages. */
export interface AllPages {
  readonly values: readonly unknown[];
  /** Where to follow on from, for calls that give one. */
  readonly deltaLink?: string;
  /** True when there was more than the pages allowed. */
  readonly isCut: boolean;
}

/** How to read on. */
export interface PagesOptions {
  readonly most?: number;
  readonly onProgress?: (values: number) => void;
}

/** Reads page after page until the last. Each page is charged as a request of its own. */
export async function pages(
  graph: Graph,
  call: GraphCall,
  { most = 1000, onProgress }: PagesOptions = {},
): Promise<AllPages> {
  const values: unknown[] = [];
  let path = call.path;
  for (let read = 0; read < most; read += 1) {
    const page = await callGraph(graph, Page, { ...call, path });
    for (const value of page.value) values.push(value);
    onProgress?.(values.length);
    const { "@odata.nextLink": next, "@odata.deltaLink": deltaLink } = page;
    if (next === undefined) {
      return { values, isCut: false, ...(deltaLink !== undefined && { deltaLink }) };
    }
    path = next;
  }
  return { values, isCut: true };
}
