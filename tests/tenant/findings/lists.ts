import { browserWorld } from "#adapters/browser/world.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { connectBySocket } from "#adapters/sharepoint/push/connection.ts";
import { type Probe, ask, below, eventRow, forMs } from "./finding.ts";

const longestMs = 20_000;

/** Push on a plain list, as an ordinary member has it. */
export const pushOnAList: Probe = {
  question: "Push on a plain list by an ordinary member: life, latency, payload",
  async find(trial) {
    const { owner, member, isSandbox } = trial;
    const list = await trial.makeList("Decision events");
    const path = `${listPath(list)}/subscriptions/socketIo`;
    const answer = await ask(trial, member, { path });
    if (answer === undefined) return { found: "not tried: no permission for sites", seen: [] };
    const { notificationUrl, expirationDateTime } = (answer.body ?? {}) as {
      readonly notificationUrl?: string;
      readonly expirationDateTime?: string;
    };
    if (notificationUrl === undefined) {
      return { found: "refused: pages ask the list instead", seen: [answer.line] };
    }
    const notices: { readonly atMs: number; readonly payload: unknown }[] = [];
    const state = { isUp: false, isDown: false };
    const close = connectBySocket(notificationUrl, {
      onUp: () => void (state.isUp = true),
      onDown: () => void (state.isDown = true),
      onNotice: (payload) => notices.push({ atMs: browserWorld.now(), payload }),
    });
    await until(() => state.isUp || state.isDown);
    const addedMs = browserWorld.now();
    const added = await ask(trial, owner, {
      method: "POST",
      path: `${listPath(list)}/items`,
      body: eventRow(browserWorld.newId()),
    });
    await until(() => notices.length > 0);
    await forMs(isSandbox ? 50 : 3000);
    close();
    const [first] = notices;
    const waitedMs = first === undefined ? undefined : first.atMs - addedMs;
    const asWhom = member === owner ? "the owner (nobody else signed in)" : "a member";
    return {
      found:
        waitedMs === undefined
          ? `${state.isUp ? "connected, but no word came" : "no connection"}, as ${asWhom}`
          : `word came ${waitedMs} ms after a row was added, ${notices.length} time(s), as ${asWhom}`,
      seen: [
        answer.line,
        `host ${new URL(notificationUrl).hostname}, expires ${expirationDateTime ?? "not said"}`,
        ...(added === undefined ? [] : [added.line]),
        ...notices.map(({ payload }) => `payload ${JSON.stringify(payload)?.slice(0, 300)}`),
      ],
      how: "For Sites.Selected, run this again with --tight, signed in as an app that was granted the site.",
    };
  },
};

/** A value twice in a column that keeps them apart. */
export const uniqueColumn: Probe = {
  question: "A second item with the same value in a unique column: status and code",
  async find(trial) {
    const list = await trial.makeList("Decision events");
    const path = `${listPath(list)}/items`;
    const id = `trial-${browserWorld.newId()}`;
    const answers = [];
    for (const eventId of [id, id, id.toUpperCase()]) {
      const body = eventRow(eventId);
      answers.push(await ask(trial, trial.owner, { method: "POST", path, body }));
    }
    const [, second, upper] = answers;
    return {
      found: `the same value: ${second?.status ?? "not tried"}; in other case: ${upper?.status ?? "not tried"}`,
      seen: answers.flatMap((answer) => answer?.line ?? []),
    };
  },
};

/** Rows of two people at once: order, and how soon the other sees them. */
export const twoWriters: Probe = {
  question: "Two people adding rows at once: ids, visibility in delta, read-after-write lag",
  async find(trial) {
    const { owner, member } = trial;
    const list = await trial.makeList("Decision events");
    const items = `${listPath(list)}/items`;
    const order: number[] = [];
    const lags: number[] = [];
    const start = await ask(trial, member, { path: `${items}/delta?token=latest` });
    let cursor = linkIn(start?.body);
    const add = async (person: typeof owner) => {
      const made = await ask(trial, person, {
        method: "POST",
        path: items,
        body: eventRow(browserWorld.newId()),
      });
      return { id: Number((made?.body as { readonly id?: string })?.id), atMs: performance.now() };
    };
    const made: { readonly id: number; readonly atMs: number }[] = [];
    const writing = Promise.all(
      [owner, member].map(async (person) => {
        for (let row = 0; row < 8; row += 1) made.push(await add(person));
      }),
    );
    let isWritten = false;
    void writing.then(() => (isWritten = true));
    for (const end = performance.now() + longestMs; performance.now() < end;) {
      const page = await ask(trial, member, { path: cursor ?? `${items}/delta` });
      const { value = [] } = (page?.body ?? {}) as {
        readonly value?: readonly { readonly id: string }[];
      };
      const now = performance.now();
      for (const id of value.map((row) => Number(row.id)).filter((one) => !order.includes(one))) {
        order.push(id);
        const known = made.find((one) => one.id === id);
        if (known !== undefined) lags.push(Math.max(0, Math.round(now - known.atMs)));
      }
      cursor = linkIn(page?.body) ?? cursor;
      if (isWritten && order.length >= made.length) break;
      await forMs(trial.isSandbox ? 5 : 250);
    }
    await writing;
    const late = order.filter((id, at) => order.slice(0, at).some((before) => before > id));
    return {
      found: `${order.length} of ${made.length} rows seen; ${late.length} came after a higher id; seen after at most ${Math.max(0, ...lags)} ms`,
      seen: [`order in delta: ${order.join(" ")}`, ...(start === undefined ? [] : [start.line])],
      ...(owner === member && { how: "Run again without --alone: one person wrote both halves." }),
    };
  },
};

/** Whether a member may read who has which number in the site. */
export const userInformationList: Probe = {
  question: "The User Information List, read by an ordinary member",
  async find(trial) {
    const path = below(trial, "/lists/User%20Information%20List/items?$top=1&$expand=fields");
    const answer = await ask(trial, trial.member, { path });
    if (answer === undefined) return { found: "not tried: no permission for sites", seen: [] };
    const isReadable = answer.status === 200;
    return {
      found: isReadable ? "it can be read" : "it cannot be read: authors pair with ids in the log",
      seen: [answer.line],
      ...(trial.member === trial.owner && {
        how: "Run again without --alone, with an ordinary member.",
      }),
    };
  },
};

function linkIn(body: unknown): string | undefined {
  const links = (body ?? {}) as Readonly<Record<string, string | undefined>>;
  return links["@odata.deltaLink"] ?? links["@odata.nextLink"];
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + longestMs; !isSo() && performance.now() < end;) {
    await forMs(10);
  }
}
