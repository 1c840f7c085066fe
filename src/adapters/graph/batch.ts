import * as v from "valibot";
import { StoreError } from "#flows/store-error.ts";
import { type Graph, type GraphCall, callGraph } from "./client.ts";
import { failureOf } from "./failure.ts";
import { pause } from "./send.ts";

/** What became of one call of a batch. */
export type BatchAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: StoreError };

const BatchBody = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});

const most = 20;
const rounds = 3;

/**
 * Many calls in few requests, 20 in each. Every inner call is charged and may fail by itself;
 * throttled ones are sent again after the longest pause any of them asked for.
 *
 * @see https://learn.microsoft.com/graph/json-batching
 */
export async function batch(
  graph: Graph,
  calls: readonly GraphCall[],
): Promise<readonly BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (let start = 0; start < calls.length; start += most) {
    answers.push(...(await batchOf(graph, calls.slice(start, start + most))));
  }
  return answers;
}

async function batchOf(graph: Graph, calls: readonly GraphCall[]): Promise<readonly BatchAnswer[]> {
  const answers = new Map<number, BatchAnswer>();
  let left = calls.map((_, index) => index);
  for (let round = 1; left.length > 0; round += 1) {
    const answered = await sendOnce(graph, calls, left);
    for (const [index, answer] of answered) answers.set(index, answer);
    const throttled = left.filter((index) => waitOf(answers.get(index)) !== undefined);
    if (round === rounds) break;
    left = throttled;
    const longest = Math.max(0, ...throttled.map((index) => waitOf(answers.get(index)) ?? 0));
    if (left.length > 0) await pause(graph.clock, longest * 1000);
  }
  const lost = new StoreError("unavailable", "The batch left this call unanswered");
  return calls.map((_, index) => answers.get(index) ?? { ok: false, failure: lost });
}

async function sendOnce(graph: Graph, calls: readonly GraphCall[], left: readonly number[]) {
  const requests = left.flatMap((index) => {
    const call = calls[index];
    if (call === undefined) return [];
    const { method = "GET", path, body } = call;
    const headers = { ...call.headers, ...(body !== undefined && jsonHeader) };
    return [{ id: String(index), method, url: path, headers, ...(body !== undefined && { body }) }];
  });
  const scopes = [...new Set(left.flatMap((index) => calls[index]?.scopes ?? []))];
  const { responses } = await callGraph(graph, BatchBody, {
    method: "POST",
    path: "/$batch",
    scopes,
    body: { requests },
  });
  return responses.map(({ id, status, headers, body }): readonly [number, BatchAnswer] => {
    const index = Number(id);
    if (status >= 200 && status < 300) return [index, { ok: true, body }];
    const call = calls[index];
    const header = (name: string) =>
      Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const { method = "GET" } = call ?? {};
    const failure = failureOf({ method, status, header, body, scopes: call?.scopes ?? [] });
    return [index, { ok: false, failure }];
  });
}

const jsonHeader = { "Content-Type": "application/json" };
const unnamedPauseSeconds = 2;

/** The pause a throttled answer asks for; undefined for every other answer. */
function waitOf(answer: BatchAnswer | undefined): number | undefined {
  if (answer === undefined || answer.ok || answer.failure.kind !== "throttled") return undefined;
  return answer.failure.details.retryAfterSeconds ?? unnamedPauseSeconds;
}
