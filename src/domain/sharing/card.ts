import { type Exported, isoDay, linesOf } from "#domain/export/exported.ts";
import { statusWord } from "#domain/export/status-word.ts";
import { cleanText, oneLine } from "#domain/text.ts";

/** Where a card leads, besides the row in SharePoint. */
export interface CardLinks {
  /** The log in Teams, where its address is known. */
  readonly tab?: string | undefined;
}

/**
 * A decision as an Adaptive Card, as JSON text: for the chat of its meeting. What people wrote
 * stands in text runs only, which no client reads as Markdown, so nothing in it becomes a link or
 * a date. Always below Teams' limit of 28 KB for a message; what is cut says so.
 *
 * @see https://adaptivecards.io/explorer/RichTextBlock.html
 */
export function decisionCard(exported: Exported, links: CardLinks = {}): string {
  const { item, row, webUrl } = exported;
  return JSON.stringify({
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: `Decision ${digits(item)}: open the record in SharePoint.`,
    body: [
      own(`Decision ${digits(item)} · ${statusWord(row.status)}`, { isSubtle: true }),
      said(row.title, 255, { size: "Large", weight: "Bolder" }),
      ...(row.outcome === "" ? [] : [said(row.outcome, 800)]),
      ...(row.result === "" ? [] : [said(row.result, 400, { isSubtle: true })]),
      facts(exported),
      ...(row.decider === undefined ? [] : [said(`Decider: ${row.decider.name}`, 200)]),
      ...list("Dissent", row.dissentByName, 2),
      ...list("Conditions", row.conditions, 3),
      ...list("Goals", row.goals, 3),
      ...list("Milestones", row.milestones, 4),
    ],
    actions: [link("Open the record", webUrl), link("Open in Teams", links.tab)].flat(),
  });
}

const longestLine = 220;

/** Lines of the record under a heading of ours; those that find no room are counted. */
function list(heading: string, text: string, most: number): readonly object[] {
  const lines = linesOf(text);
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return [
    own(heading, { weight: "Bolder", spacing: "Medium" }),
    ...lines.slice(0, most).map((line) => said(`– ${line}`, longestLine, { spacing: "Small" })),
    ...(rest > 0 ? [own(`${rest} more in the record.`, { isSubtle: true, spacing: "Small" })] : []),
  ];
}

/** Days and counts: values we make ourselves, since a fact's text is read as Markdown. */
function facts({ row }: Exported): object {
  const { decidedAtMs, reviewOn, dissent, drivers, driversPresent } = row;
  const given = [
    ["Decided on", decidedAtMs === undefined ? "" : isoDay(decidedAtMs)],
    ["Review on", reviewOn === undefined ? "" : day(reviewOn)],
    ["Drivers present", `${count(driversPresent)} of ${count(drivers)}`],
    ["Dissent", dissent === 0 ? "none" : `${count(dissent)} by name`],
  ] as const;
  const isFilled = ([, value]: readonly [string, string]) => value !== "";
  return {
    type: "FactSet",
    facts: given.filter(isFilled).map(([title, value]) => ({ title, value })),
  };
}

interface Look {
  readonly size?: "Large";
  readonly weight?: "Bolder";
  readonly isSubtle?: true;
  readonly spacing?: "Small" | "Medium";
}

/** Words of ours. */
function own(text: string, { spacing, ...look }: Look = {}): object {
  return { type: "TextBlock", text, wrap: true, ...(spacing && { spacing }), ...look };
}

/** Words of people, as exactly that: on one line, and shortened with a word that says so. */
function said(text: string, longest: number, { spacing, ...look }: Look = {}): object {
  return {
    type: "RichTextBlock",
    ...(spacing && { spacing }),
    inlines: [{ type: "TextRun", text: clipped(text, longest), ...look }],
  };
}

const cut = "… (shortened)";

function clipped(text: string, longest: number): string {
  // Half a character has no UTF-8, and some clients show nothing at all of a text that holds one.
  const sound = oneLine(cleanText(text)).replace(/\p{Surrogate}/gu, "");
  // Also in a text run a client works out dates: `{{DATE(…)}}` is to stay as it was written.
  const whole = sound.replaceAll(/\{(?=\{(?:DATE|TIME)\b)/giu, "{ ");
  const chars = Array.from(whole);
  if (chars.length <= longest) return whole;
  return chars.slice(0, longest - cut.length).join("") + cut;
}

/** Only an address that a browser follows over a secure connection. */
function link(title: string, url: string | undefined): readonly object[] {
  if (url === undefined || !isWebAddress(url)) return [];
  return [{ type: "Action.OpenUrl", title, url }];
}

function isWebAddress(url: string): boolean {
  return /^https:\/\/[^\s"'<>\\^`{|}\p{C}]{1,2000}$/u.test(url);
}

function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.exec(text)?.[0] ?? "";
}

function digits(text: string): string {
  return text.replace(/\D/gu, "").slice(0, 12);
}

function count(value: number): string {
  return String(Math.trunc(value));
}
