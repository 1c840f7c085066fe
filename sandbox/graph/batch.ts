import { refuse } from "./errors.ts";

/** One request inside a batch, as the caller wrote it. */
interface Step {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
}

interface StepAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const MOST = 20;

/**
 * Answers a batch by running each of its requests.
 *
 * @throws GraphError 400 when the batch itself is malformed.
 * @see https://learn.microsoft.com/graph/json-batching
 */
export async function answerBatch(
  body: unknown,
  run: (request: Request) => Promise<Response>,
): Promise<{ readonly responses: readonly StepAnswer[] }> {
  const steps = readSteps(body);
  const answers = new Map<string, StepAnswer>();
  for (const step of steps) {
    const failed = step.dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
    answers.set(step.id, failed ? failedDependency(step.id) : await runStep(step, run));
  }
  // Graph promises no order of answers; a caller that relies on one should notice here.
  return { responses: [...answers.values()].toReversed() };
}

function readSteps(body: unknown): readonly Step[] {
  const requests = (body as { requests?: unknown } | null | undefined)?.requests;
  if (!Array.isArray(requests) || requests.length === 0)
    return malformed("The batch request must contain a non-empty 'requests' array.");
  if (requests.length > MOST)
    return malformed(`Number of batch request steps exceeds the maximum value of ${MOST}.`);
  const steps = requests.map(readStep);
  const ids = new Set<string>();
  for (const step of steps) {
    if (ids.has(step.id)) malformed(`Request id : ${step.id} is used more than once.`);
    const stranger = step.dependsOn.find((id) => !ids.has(id));
    if (stranger !== undefined)
      malformed(`Request id : ${step.id} depends on ${stranger}, which does not come before it.`);
    ids.add(step.id);
  }
  return steps;
}

function readStep(raw: unknown): Step {
  const step = (raw ?? {}) as Partial<Step>;
  if (typeof step.id !== "string" || step.id === "") return malformed("Every request needs an id.");
  if (typeof step.method !== "string" || typeof step.url !== "string")
    return malformed(`Request id : ${step.id} needs a method and a url.`);
  if (/^\/?\$batch/.test(step.url)) malformed(`Request id : ${step.id} is a batch inside a batch.`);
  const headers = step.headers ?? {};
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (step.body !== undefined && !typed)
    malformed(
      `Write request id : ${step.id} does not contain Content-Type header or body with correct format.`,
    );
  return {
    id: step.id,
    method: step.method.toUpperCase(),
    url: step.url,
    headers,
    body: step.body,
    dependsOn: step.dependsOn ?? [],
  };
}

async function runStep(step: Step, run: (request: Request) => Promise<Response>) {
  const url = `https://graph.microsoft.com/v1.0/${step.url.replace(/^\//, "")}`;
  const response = await run(
    new Request(url, {
      method: step.method,
      headers: step.headers,
      ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
    }),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(
    [...response.headers].map(([name, value]) => [titled(name), value]),
  );
  if (bytes.length === 0) return { id: step.id, status: response.status, headers };
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    id: step.id,
    status: response.status,
    headers,
    body: isJson ? (JSON.parse(bytes.toString("utf8")) as unknown) : bytes.toString("base64"),
  };
}

function failedDependency(id: string): StepAnswer {
  const message = "Execution of the request was not attempted: a request it depends on failed.";
  return {
    id,
    status: 424,
    headers: { "Content-Type": "application/json" },
    body: { error: { code: "FailedDependency", message, innerError: {} } },
  };
}

function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function malformed(message: string): never {
  return refuse(400, "BadRequest", message);
}
