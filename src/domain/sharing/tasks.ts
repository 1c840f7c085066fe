import type { Exported } from "#domain/export/exported.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { seatList } from "#domain/table/seating.ts";
import { cleanText, oneLine } from "#domain/text.ts";

/** Something to be done that a decision asks for, as a task of a plan. */
export interface DecisionTask {
  /**
   * At most 255 characters. It ends with the decision's number, and so is this task's name for
   * ever: what a plan has under this title is there already.
   */
  readonly title: string;
  /** A calendar day, YYYY-MM-DD. */
  readonly dueOn?: string | undefined;
  /** Who answers for it, as the record names them. */
  readonly owner?: string | undefined;
  /** Set where the owner is somebody at the table. */
  readonly assignee?: PersonId | undefined;
  readonly description: string;
}

const longestTitle = 255;

/** The tasks of a decided decision: its milestones, then the conditions it was taken on. */
export function tasksOf(exported: Exported): readonly DecisionTask[] {
  const { item, row, webUrl, meeting } = exported;
  if (meeting?.closing?.outcome !== "decided") return [];
  const { milestones = [], conditions = [] } = meeting.proposal ?? {};
  const description = oneLine(`From decision ${item}, “${row.title}”.`) + `\n${webUrl}`;
  return [
    ...milestones.map(({ what, by, owner }) => ({
      title: titled(what, item),
      dueOn: by,
      owner,
      assignee: owner === undefined ? undefined : personCalled(owner, meeting),
      description,
    })),
    ...conditions.map((condition) => ({
      title: titled(`Condition: ${condition}`, item),
      description: `${oneLine(cleanText(condition))}\n\n${description}`,
    })),
  ];
}

/** Tasks as text, for wherever they are kept instead. */
export function tasksAsText(tasks: readonly DecisionTask[]): string {
  return tasks
    .map(({ title, dueOn, owner }) => {
      const who = owner === undefined ? "" : `, ${oneLine(owner)}`;
      return `– ${title}${dueOn === undefined ? "" : `, by ${dueOn}`}${who}`;
    })
    .join("\n");
}

function titled(text: string, item: string): string {
  const end = ` (decision ${item})`;
  const chars = Array.from(oneLine(cleanText(text)));
  const room = longestTitle - end.length;
  // Counted as Microsoft counts: a character outside the basic plane is two.
  while (chars.join("").length > room) chars.pop();
  return chars.join("") + end;
}

/** The one person at the table of this name; nobody where two have it. */
function personCalled(name: string, { seats, closing }: Meeting): PersonId | undefined {
  const people = seatList(closing?.seats ?? seats).flatMap(({ seat }) =>
    [seat.person, seat.delegate].filter((one): one is Person => one !== undefined),
  );
  const same = (one: Person) => plain(one.name) === plain(name);
  const found = new Set(people.filter(same).map(({ id }) => id));
  return found.size === 1 ? [...found][0] : undefined;
}

function plain(name: string): string {
  return oneLine(name).toLocaleLowerCase("en");
}
