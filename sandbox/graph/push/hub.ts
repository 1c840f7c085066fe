import { seededChance } from "../../directory/generate.ts";
import { newGuid, secondsOf } from "../call.ts";
import type { Behaviour } from "../conditions/behaviour.ts";

/** Leave to hear of one list's changes for a while, given to one person. */
interface Ticket {
  readonly id: string;
  /** What its bearer shows when connecting. */
  readonly token: string;
  readonly clientState: string;
  readonly personId: string;
  readonly listId: string;
  /** What every notice says of the list beside its id. */
  readonly place: { readonly tenantId: string; readonly siteUrl: string; readonly webId: string };
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Somebody who listens. */
interface Listener {
  /** Something in the list changed; the text is what goes over the wire. */
  notify(notice: string): void;
  /** Nothing more will come: the service lets go of them. */
  end(): void;
}

/** Tells listeners that a list has changed, as badly as it is told to. */
export interface PushHub {
  issue(of: Pick<Ticket, "personId" | "listId" | "place">): Ticket;
  /** What a token stands for; undefined when it is unknown or has expired, or push is down. */
  admit(token: string): Ticket | undefined;
  /** Listens until the answer is called; undefined, like `admit`, for a token that is no good. */
  listen(token: string, listener: Listener): (() => void) | undefined;
  /** Something was committed to a list: everybody who listens to it hears of it. */
  committed(listId: string): void;
  /** Lets go of everybody, and of every token. */
  reset(): void;
  /** Who listens to what at this moment. */
  read(): readonly { readonly personId: string; readonly listId: string; readonly until: string }[];
}

/** The world a hub works in. */
interface Surroundings {
  readonly behaviour: Behaviour;
  readonly now: () => number;
  readonly chance: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** A hub nobody listens to yet. Nothing of it outlives the process, as no socket does. */
export function openHub({ behaviour, now, chance, wait }: Surroundings): PushHub {
  const tickets = new Map<string, Ticket>();
  const listeners = new Map<Listener, Ticket>();
  const luck = chanceOf(() => behaviour.pushSeed);

  const isGood = (ticket: Ticket) => behaviour.pushUp && ticket.expiresAt > now();
  const admit = (token: string) => {
    const ticket = tickets.get(token);
    return ticket && isGood(ticket) ? ticket : undefined;
  };
  const deliver = async (listener: Listener, ticket: Ticket) => {
    // Chance is asked for what is switched on only, so that each switch repeats by itself.
    const { pushLossRate, pushDoubleRate, pushDelayMs } = behaviour;
    if (pushLossRate > 0 && luck() < pushLossRate) return;
    const times = pushDoubleRate > 0 && luck() < pushDoubleRate ? 2 : 1;
    // Also without a delay: whoever wrote has their answer before the word is out.
    await (pushDelayMs > 0 ? wait(pushDelayMs) : undefined);
    for (let time = 0; time < times; time += 1)
      if (listeners.has(listener) && isGood(ticket)) listener.notify(noticeOf(ticket));
  };

  return {
    issue: (of) => {
      for (const [token, { expiresAt }] of tickets) if (expiresAt <= now()) tickets.delete(token);
      const ticket: Ticket = {
        ...of,
        id: newGuid(chance),
        token: newGuid(chance),
        clientState: `system-managed:${newGuid(chance)}`,
        expiresAt: now() + behaviour.pushExpiresSeconds * 1000,
      };
      tickets.set(ticket.token, ticket);
      return ticket;
    },
    admit,
    listen: (token, listener) => {
      const ticket = admit(token);
      if (!ticket) return undefined;
      listeners.set(listener, ticket);
      return () => listeners.delete(listener);
    },
    committed: (listId) => {
      for (const [listener, ticket] of listeners)
        if (ticket.listId === listId) void deliver(listener, ticket);
    },
    reset: () => {
      tickets.clear();
      const all = [...listeners.keys()];
      listeners.clear();
      for (const listener of all) listener.end();
    },
    read: () =>
      [...listeners.values()].map(({ personId, listId, expiresAt }) => ({
        personId,
        listId,
        until: secondsOf(expiresAt),
      })),
  };
}

/** It says that the list changed, never what. */
function noticeOf({ id, clientState, listId, place, expiresAt }: Ticket): string {
  const expirationDateTime = secondsOf(expiresAt);
  return JSON.stringify({
    value: [{ subscriptionId: id, clientState, expirationDateTime, resource: listId, ...place }],
  });
}

/** A stream of chance that starts over whenever its seed is another. */
function chanceOf(seed: () => number): () => number {
  let current = seed();
  let stream = seededChance(current);
  return () => {
    if (seed() !== current) {
      current = seed();
      stream = seededChance(current);
    }
    return stream();
  };
}
