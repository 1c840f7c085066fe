import type { Tampering, TamperingKind } from "#domain/log/tampering.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { type Story, type Verification, tellStory, verifyRecord } from "#flows/trust/auditing.ts";
import { type Call, type Command, type Outcome, UsageError } from "../command.ts";
import { findDecision, openRecords, siteOption } from "./records.ts";

/** Recomputes a record from its log. */
export const verify: Command = {
  name: "verify",
  takes: "DECISION",
  summary: "Recomputes a record and its hash from the rows of the log.",
  teaches: `Reads every row of one decision's log, replays it, and compares what it tells with the row in the
list “Decisions”, column by column, and with the hash. It shows rows that were edited, moved, deleted
or written in another one's name. With --hash it compares with a hash you kept elsewhere: that is
what even an owner of the site cannot make fit. docs/trust.md says what this proves and what not.

DECISION is its number in the list, its id, or its title. Needs: to read the site. Exit code 1: the
record and its log do not agree, or something was tampered with.`,
  options: {
    ...siteOption,
    hash: { type: "string", value: "SHA256", about: "The hash as you kept it elsewhere." },
  },
  examples: [
    "verify 12 --site https://contoso.sharepoint.com/sites/decisions",
    `verify "Redesign sales forecasting" --env quorate.env --json`,
  ],
  run: runVerify,
};

async function runVerify(call: Call): Promise<Outcome> {
  const expected = call.typed.text("hash")?.toLowerCase();
  if (expected !== undefined && !/^[0-9a-f]{64}$/u.test(expected)) {
    throw new UsageError("--hash takes 64 hexadecimal digits: the SHA-256 as it was printed.");
  }
  const records = await openRecords(call);
  const kept = await findDecision(records, call.typed.words[0]);
  call.note(`Reading the log of decision ${kept.item}…`);
  const story = tellStory(await records.log.readDecision(kept.row.decision));
  const found = await verifyRecord(kept.row, story, (text) => call.world.sha256(text));
  if (found === undefined) return withoutClose(kept);
  return outcome(kept, story, found, expected);
}

/** The log tells of no close: either there was none, or what led to it is gone. */
function withoutClose({ item, row }: KeptDecision): Outcome {
  const isOpen = row.hash === "";
  const text = isOpen
    ? `Decision ${item} “${row.title}” is still open: there is no record to verify.`
    : `! Decision ${item} “${row.title}” is recorded as ${row.status}, and its log no longer tells so:
  rows of it were deleted or changed.
  SHA-256 in the record: ${row.hash}`;
  const json = { decision: item, title: row.title, isGood: false, isOpen, hashInRecord: row.hash };
  return { isGood: false, text, json };
}

function outcome(
  { item, row }: KeptDecision,
  story: Story,
  found: Verification,
  expected: string | undefined,
): Outcome {
  const signs = [...story.tampering, ...found.unlinked];
  const isExpected = expected === undefined || expected === found.hashTold;
  const isGood = found.matches && signs.length === 0 && isExpected;
  const { events, hashTold, hashWritten, differences } = found;
  const lines = [
    isGood
      ? `✓ Decision ${item} “${row.title}” is what its log tells.`
      : `! Decision ${item} “${row.title}” is not what its log tells.`,
    `  Events: ${events}`,
    `  SHA-256 of the log:    ${hashTold}`,
    ...(hashWritten === hashTold ? [] : [`  SHA-256 in the record: ${hashWritten || "none"}`]),
    ...(isExpected ? [] : [`  SHA-256 you kept:      ${expected}`]),
    ...differences.flatMap(({ column, written, told }) => [
      `! ${column}`,
      `    in the row: ${shown(written)}`,
      `    by the log: ${shown(told)}`,
    ]),
    ...signs.map((sign) => `! Row ${sign.position}: ${sentenceOf(sign)}`),
    ...story.unreadable.map(
      ({ row: { position }, why }) => `! Row ${position}: unreadable, ${why}`,
    ),
  ];
  const json = {
    decision: item,
    title: row.title,
    isGood,
    events,
    hashOfLog: hashTold,
    hashInRecord: hashWritten,
    differences,
    signs,
    unreadable: story.unreadable.map(({ row: { position }, why }) => ({ position, why })),
  };
  return { isGood, text: lines.join("\n"), json };
}

const said: Readonly<Record<TamperingKind, string>> = {
  edited: "edited later; it counts as first written",
  "original-lost": "edited, and its first version is gone; it does not count",
  moved: "put under another meeting or decision; it does not count",
  "changed-silently": "says something else than before, and SharePoint noted no change",
  deleted: "was there before and is gone",
  "forged-author": "was written in another person's name; it does not count",
  unlinked: "its author had seen a row before it that is gone or reads differently now",
};

function sentenceOf({ what, who, atMs, kind }: Tampering): string {
  const by = who === undefined ? "" : `, by ${who.name === "" ? who.id : who.name}`;
  const when = atMs === undefined ? "" : `, ${new Date(atMs).toISOString()}`;
  return `${kind} ${said[what]}${by}${when}.`;
}

function shown(text: string): string {
  return text === "" ? "nothing" : text.replaceAll("\n", "\n                ");
}
