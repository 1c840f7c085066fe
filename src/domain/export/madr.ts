import type { Status } from "#domain/decision/status.ts";
import { stanceWords } from "#domain/deciding/stance-words.ts";
import { namedDecisions } from "#domain/linking/link.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { withoutWords } from "#domain/proposing/detail-lines.ts";
import { cleanText, oneLine } from "#domain/text.ts";
import { type Exported, dayOf, linesOf, linksOf } from "./exported.ts";
import { address, bullets, inline, page, paragraphs, part } from "./markdown.ts";
import { seatsAsRecorded } from "./seats-as-recorded.ts";
import { statusWord } from "./status-word.ts";

/**
 * One decision as a Markdown architectural decision record: MADR 4's front matter and headings, and
 * under the title the list of status, deciders and date that readers of MADR 2 look for.
 *
 * @see https://adr.github.io/madr/
 */
export function madr(exported: Exported): string {
  const { row } = exported;
  return page([
    frontMatter(exported),
    `# ${inline(row.title)}`,
    olderMetadata(exported),
    part(
      "## Context and Problem Statement",
      [row.context, row.wantedOutcome]
        .map(paragraphs)
        .filter((text) => text !== "")
        .join("\n\n"),
    ),
    part("## Decision Drivers", bullets(linesOf(row.goals), "*")),
    part("## Considered Options", bullets(options(row), "*")),
    part("## Decision Outcome", outcome(row)),
    part("### Conditions", bullets(linesOf(row.conditions), "*")),
    part("### Consequences", bullets(consequences(exported), "*")),
    part("### Confirmation", confirmation(row)),
    part(
      "## Pros and Cons of the Options",
      row.withoutIt === ""
        ? ""
        : `### ${withoutWords}\n\n* Neutral, because ${inline(row.withoutIt)}`,
    ),
    part("## More Information", moreInformation(exported)),
  ]);
}

// MADR's own words. Deferred is open again; what the table handed back was not decided here, and
// MADR leaves room for a word of one's own.
const statuses: { readonly [S in Status]: string } = {
  draft: "proposed",
  proposed: "proposed",
  "in-session": "proposed",
  decided: "accepted",
  deferred: "proposed",
  rejected: "rejected",
  withdrawn: "rejected",
  "not-needed": "not needed",
  amended: "accepted",
  superseded: "superseded",
  reversed: "deprecated",
  closed: "accepted",
};

/** The status as MADR asks for it, with what took the decision's place. */
function standing({ status, replacedBy }: Exported["row"]): string {
  const titles = namedDecisions(replacedBy).map(({ title }) => `“${title}”`);
  if (titles.length === 0) return statuses[status];
  const by = titles.join(", ");
  if (status === "superseded") return `superseded by ${by}`;
  return status === "reversed" ? `${statuses[status]}, reversed by ${by}` : statuses[status];
}

/**
 * Values are JSON strings, which YAML reads as they are, whatever a name holds. Lists stand on one
 * line, and a blank line comes before the end: a reader that takes this for Markdown then sees a
 * paragraph between two rules, and neither a heading nor a list in front of the title.
 */
function frontMatter(exported: Exported): string {
  const { deciders, consulted, informed } = people(exported);
  return [
    "---",
    `status: ${quoted(standing(exported.row))}`,
    `date: ${dayOf(exported)}`,
    `decision-makers: ${quotedList(deciders)}`,
    `consulted: ${quotedList(consulted)}`,
    `informed: ${quotedList(informed)}`,
    "",
    "---",
  ].join("\n");
}

function olderMetadata(exported: Exported): string {
  const { deciders } = people(exported);
  return [
    `* Status: ${inline(standing(exported.row))}`,
    ...(deciders.length === 0 ? [] : [`* Deciders: ${inline(deciders.join(", "))}`]),
    `* Date: ${dayOf(exported)}`,
  ].join("\n");
}

interface People {
  readonly deciders: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

// The row alone names the decider; who else sat there is told as text further down.
function people({ row, meeting }: Exported): People {
  if (meeting === undefined) {
    return {
      deciders: row.decider === undefined ? [] : [row.decider.name],
      consulted: [],
      informed: [],
    };
  }
  const seats = seatsAsRecorded(meeting);
  const named = (isMeant: (duty: string) => boolean) =>
    seats.flatMap(({ seat, sat }) => {
      const person = sat ?? seat.person;
      return person === undefined || !isMeant(seat.duty) ? [] : [person.name];
    });
  const drivers = seats.flatMap(({ seat, sat }) =>
    seat.role === "driver" && sat !== undefined ? [sat.name] : [],
  );
  return {
    deciders: [...new Set(drivers)],
    consulted: [...new Set(named((duty) => duty === "contributor" || duty === "performer"))],
    informed: [...new Set(named((duty) => duty === "informed"))],
  };
}

function options(row: Exported["row"]): readonly string[] {
  const { options: given, proposal, title, withoutIt } = row;
  if (given !== "") return linesOf(given);
  return [proposal === "" ? title : proposal, ...(withoutIt === "" ? [] : [withoutWords])];
}

function outcome({ status, outcome: told, proposal, result, rule }: Exported["row"]): string {
  const isChosen = statuses[status] === "accepted" && proposal !== "";
  const why = result === "" ? "that is what was decided." : `of this result: ${inline(result)}`;
  const said = isChosen
    ? [`Chosen option: "${inline(proposal)}", because ${why}`]
    : [paragraphs(told === "" ? statusWord(status) : told), paragraphs(result)];
  return [...said, paragraphs(rule)].filter((text) => text !== "").join("\n\n");
}

function consequences({ row, meeting }: Exported): readonly string[] {
  return [
    ...(row.wantedOutcome === ""
      ? []
      : [`Good, because it is meant to bring: ${oneLine(row.wantedOutcome)}`]),
    ...linesOf(row.risks).map((line) => `Bad, because a risk is not understood yet: ${line}`),
    ...linesOf(row.dissentByName).map((line) => `Bad, because ${line}`),
    ...(meeting === undefined ? [] : reservations(meeting)),
  ];
}

function reservations(meeting: Meeting): readonly string[] {
  return seatsAsRecorded(meeting).flatMap(({ seat, vote }) => {
    const stance = vote?.taken?.stance;
    if (vote === undefined || stance?.stance !== "agree-with-reservation") return [];
    const { label } = stanceWords[stance.stance];
    const who = `${vote.person.name} (${seat.function})`;
    return [`Neutral, because of ${who}, who said “${label}”: ${stance.reason}`];
  });
}

function confirmation({ reviewOn, hash, events }: Exported["row"]): string {
  return [
    reviewOn === undefined ? "" : `To be reviewed on ${inline(reviewOn)}.`,
    hash === "" ? "" : `SHA-256 over the ${events} events of its log: ${inline(hash)}`,
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function moreInformation({ item, row, webUrl }: Exported): string {
  return [
    `Decision ${inline(item)}, ${statusWord(row.status).toLowerCase()}. In SharePoint: ${address(webUrl)}`,
    part("### Who", bullets(linesOf(row.table), "*")),
    part("### What each question said", bullets(linesOf(row.conclusions), "*")),
    part("### Milestones", bullets(linesOf(row.milestones), "*")),
    part("### Decision rights", bullets(linesOf(row.rights), "*")),
    part("### Communication", bullets(linesOf(row.communication), "*")),
    part("### Gate", inline(row.gateReasons)),
    part("### Linked decisions", bullets(linksOf(row), "*")),
    part("### History", bullets(linesOf(row.history), "*")),
    part("### Amendments", bullets(linesOf(row.amendments), "*")),
    part("### Review", bullets(linesOf(row.reviewResult), "*")),
    part("### Lessons", bullets(linesOf(row.lessons), "*")),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function quoted(text: string): string {
  return JSON.stringify(oneLine(cleanText(text)));
}

function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(", ")}]`;
}
