import { whole } from "./figures.ts";
import { tiers } from "../model/tenant.ts";

/** The tables that the document is made of. */
export interface Tables {
  readonly targets: string;
  readonly one: string;
  readonly twenty: string;
  readonly steps: string;
  readonly habits: string;
  readonly ways: string;
}

/** Units that reading one step and writing one answer take. */
const [stepUnits, answerUnits] = [1, 2];

/** The document as it stands in `docs/`. */
export function documentOf(tables: Tables): string {
  return `${[intro, tables.targets, bounds(), ...sections(tables)].join("\n\n")}\n`;
}

const intro = `# What a tenant's budget carries

Written by \`npm run simulate\`; do not edit. The product's own flows (following, speaking, the governor, the push adapter, the retries of the Graph adapter) run in virtual time over a light model of SharePoint: two lists with a change log, the [published resource units](https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online), one budget a minute for all meetings of the tenant, 429 with \`Retry-After\` until the minute ends, refused requests charged like others. Nothing depends on the machine; the same seed gives the same figures.

A meeting: everybody joins within the first minute. After three minutes the walk starts; of seven drivers one leads it. One calm question is answered by everybody over two and a half minutes, revealed, discussed, concluded; the next is answered by everybody within one minute, revealed, concluded; a last one is talked about. One in 25 answers again after a reveal. The walk is watched for seven minutes; twenty meetings start twelve seconds apart. "Calm" is the first question's four minutes, "walk" all seven.

Microsoft promises none of these, so they are assumptions: a read takes 90 to 250 ms and a write 220 to 380, one in twenty up to 600 more; others find a row within 0.3 s; word of a change comes 0.3 to 1.3 s after it. What changes with them stands below.

Times are seconds, as half / 95 of 100 / 99 of 100. Before the reveal nobody may see others' answers. "Has an answer's row" is from giving an answer to its row being in another browser: what drivers see counted in "7 of 9 answered". "Is shown it" is from the moment the answer may be seen (its reveal, or when it was given after it) to its being on the screen. "Step" is from the facilitator's press to others seeing it. ∞: never came while the meeting was watched.

## Targets, in the smallest tenant`;

function bounds(): string {
  const [{ unitsPerMinute: smallest }] = tiers;
  const drivers = 180;
  const inOneMinute = Math.floor((smallest - drivers) / (stepUnits + answerUnits));
  const question = (people: number, budget: number) =>
    ((people * (2 * stepUnits + answerUnits)) / budget).toFixed(1);
  const largest = tiers[tiers.length - 1]?.unitsPerMinute ?? smallest;
  return `## What no client can change

Seeing a step costs a person ${stepUnits} unit, giving an answer ${answerUnits}. A question that everybody sees opened and answers within one minute therefore costs ${stepUnits + answerUnits} units a person in that minute, and seven drivers who see answers come in about ${drivers} more: the smallest tenant carries ${whole(inOneMinute)} people at that pace, in all of its meetings together. A whole question (opened, answered, revealed) costs ${2 * stepUnits + answerUnits} units a person, so at the very least it takes 1,000 people ${question(1000, smallest)} minutes in the smallest tenant, twenty meetings of 300 ${question(6000, largest)} minutes in the largest, and twenty of 1,000 ${question(20_000, largest)}. Joining costs 7 (cursor, list, arrival, address for push, one look when it connects): 300 people are ${whole(300 * 7)} units, so in the smallest tenant some are asked to wait whatever the client does, unless arriving takes two minutes.

When more is asked for than there is, what is refused is charged too. So whoever is refused comes back over a longer time each time, and asks less often for as long as it goes on; a meeting gets slower, and nothing that was said is lost.`;
}

function sections({ one, twenty, steps, habits, ways }: Tables): readonly string[] {
  return [
    "## One meeting",
    "Where a budget was never spent, larger and smaller ones that carry it give the same outcome and stand in one row; the shares are then of the smallest of them.",
    one,
    "## Twenty meetings at the same time",
    "Each with lists of its own.",
    twenty,
    "## Word of steps, or of every row",
    "Above twelve people, those who do not decide listen to the Decisions list, which the facilitator's browser touches at each step. Otherwise every answer makes everybody ask.",
    steps,
    "![Resource units a minute by attendees, for three ways of hearing of changes](pictures/simulation.svg)",
    "## If SharePoint's habits are others",
    habits,
    "## Other ways of working",
    "None of these is what the product does; they show what a change would cost and bring. Word for what follows a reveal: the facilitator's browser also touches the Decisions row for late answers and drafted conclusions, at most every fifth of a second times the number of people. One list for twenty meetings: each row of any of them makes everybody at a round table ask. Changes come in pages of 200, a unit each, so that one look after a round costs a large meeting several; SharePoint gives larger pages where they are asked for.",
    ways,
  ];
}
