/** A call of the app, as teams-js posts it to the window that frames it. */
export interface HostCall {
  readonly id: number;
  /** The key that teams-js correlates by; echoed in the answer. */
  readonly uuidAsString: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Only on `nestedAppAuth.execute`: the request, as JSON text. */
  readonly data: string | undefined;
}

/** What a host posts: an answer has a numeric `id`, an event has none. */
export type HostMessage =
  | { readonly id: number; readonly uuidAsString?: string; readonly args: readonly unknown[] }
  | { readonly func: string; readonly args: readonly unknown[] };

/** The values of an object whose shape nobody vouches for; empty for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The value when it is text, else the fallback. */
export function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

/** The call in a posted message, or undefined when the message is no call of teams-js. */
export function readCall(message: unknown): HostCall | undefined {
  const { id, func, args, uuidAsString, data } = fieldsOf(message);
  if (typeof id !== "number" || typeof func !== "string") return undefined;
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    uuidAsString: typeof uuidAsString === "string" ? uuidAsString : undefined,
    data: typeof data === "string" ? data : undefined,
  };
}

/** The answer to one call. */
export function answerMessage(call: HostCall, args: readonly unknown[]): HostMessage {
  // The key goes back whenever it came: teams-js drops older calls after a single mixed answer.
  if (call.uuidAsString === undefined) return { id: call.id, args };
  return { id: call.id, uuidAsString: call.uuidAsString, args };
}
