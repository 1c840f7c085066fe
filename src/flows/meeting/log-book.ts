import { decisionsInTurn } from "#domain/agenda.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { DecisionId, EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import { type LogEntry, type LogRow, type UnreadableRow, readEntry } from "#domain/log/entry.ts";
import { type Tampering, type TamperingKind, signAbout, signOf } from "#domain/log/tampering.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";
import { canonicalEntry } from "#domain/record/canonical.ts";
import { Story } from "./story.ts";

/**
 * The rows one browser has seen of one meeting, and what they tell. Rows may come in any order and
 * however often; rows of other meetings in the same list are passed over, but for those of a
 * decision that went through several meetings and was taken in whole.
 */
export class LogBook {
  readonly #meeting: MeetingKey;
  readonly #stories = new Map<DecisionId, Story>();
  readonly #storyAt = new Map<number, Story>();
  readonly #unreadable = new Map<number, UnreadableRow>();
  readonly #signs = new Map<number, Tampering>();
  readonly #lookupIds = new Map<string, string>();
  /** Decisions taken in whole, whichever meetings they went through. */
  readonly #whole = new Set<string>();
  /** Decisions that came from another meeting or went there, whose rows there are not known yet. */
  readonly #carried = new Set<DecisionId>();
  /** How often each person has said that they go. */
  readonly #farewells = new Map<PersonId, number>();
  /** Rows the list itself has shown, and not only the answer to an own append. */
  readonly #listed = new Set<number>();
  #unchecked: LogEntry[] = [];

  constructor(meeting: MeetingKey) {
    this.#meeting = meeting;
  }

  /** Takes rows in that the list has shown; says whether anything was new. */
  take(rows: Iterable<LogRow>): boolean {
    return Array.from(rows, (row) => {
      this.#listed.add(row.position);
      return this.#takeOne(row);
    }).some(Boolean);
  }

  /** Takes in everything the list has: what it had shown before and has no longer was deleted. */
  takeAll(rows: readonly LogRow[]): boolean {
    const there = new Set(rows.map(({ position }) => position));
    const gone = Array.from(this.#listed).filter((position) => !there.has(position));
    return [this.take(rows), this.drop(gone)].some(Boolean);
  }

  /** Takes in all rows of a decision; from then on its rows count whatever meeting they are of. */
  takeDecision(decision: DecisionId, rows: readonly LogRow[]): boolean {
    this.#whole.add(decision);
    this.#carried.delete(decision);
    return this.take(rows);
  }

  /** The decisions taken in whole. */
  whole(): readonly DecisionId[] {
    return Array.from(this.#stories.keys()).filter((decision) => this.#whole.has(decision));
  }

  /** The decisions that were taken up here or elsewhere, of which rows of other meetings are wanting. */
  toRead(): readonly DecisionId[] {
    return Array.from(this.#carried);
  }

  /** These, and one that is deferred: another meeting may have taken it up since. */
  toReadAtFirst(): readonly DecisionId[] {
    const { opened, status } = this.meeting();
    const isDeferred = opened !== undefined && status === "deferred";
    const isKnown = !isDeferred || this.#whole.has(opened.decision);
    return isKnown ? this.toRead() : [...this.toRead(), opened.decision];
  }

  /** One that has not begun: another meeting may have taken it up, of which no row tells here. */
  notBegun(): readonly DecisionId[] {
    const { opened, status } = this.meeting();
    const isOpen = status === "draft" || status === "proposed";
    return opened !== undefined && isOpen && !this.#whole.has(opened.decision)
      ? [opened.decision]
      : [];
  }

  /** Takes in what SharePoint answered to an append, before any list shows it. */
  takeOwn(row: LogRow): boolean {
    return this.#takeOne(row);
  }

  /** Takes deleted rows out: who opens the meeting now does not see them either. */
  drop(positions: Iterable<number>): boolean {
    return Array.from(positions, (position) => this.#lose(position, "deleted")).some(Boolean);
  }

  /** What is not as it was written: of the decision this meeting is on, where it is on one. */
  tampering(): readonly Tampering[] {
    const decision = this.meeting().opened?.decision;
    const signs = Array.from(this.#signs.values());
    return signs
      .filter((sign) => decision === undefined || sign.decision === decision)
      .toSorted((a, b) => a.position - b.position);
  }

  /** The entries taken in since this was asked last. */
  takeUnchecked(): readonly LogEntry[] {
    const unchecked = this.#unchecked;
    this.#unchecked = [];
    return unchecked;
  }

  /** The decision this meeting is on, as far as its rows tell. */
  meeting(): Meeting {
    return this.#current()?.meeting ?? newMeeting;
  }

  /** The decisions that had their turn, oldest first; the last is the one the meeting is on. */
  turns(): readonly Story[] {
    const here = Array.from(this.#stories.values()).filter(
      ({ meeting }) => meetingOf(meeting)?.key === this.#meeting,
    );
    return decisionsInTurn(here);
  }

  /** A decision as far as its rows are known here. */
  decision(decision: DecisionId): Meeting {
    return this.#stories.get(decision)?.meeting ?? newMeeting;
  }

  /** The last entry of a decision, for the next one to name. */
  last(decision: DecisionId): LogEntry | undefined {
    return this.#stories.get(decision)?.last;
  }

  /** Whether an entry stands at this position. */
  holds(position: number): boolean {
    return this.#entryAt(position) !== undefined;
  }

  has(event: EventId): boolean {
    return Array.from(this.#stories.values()).some((story) => story.has(event));
  }

  /** Whether a decision was opened while another was still open, and so is not this meeting's. */
  isPassedOver(decision: DecisionId): boolean {
    const story = this.#stories.get(decision);
    return story?.isOpened === true && !this.turns().includes(story);
  }

  unreadable(): readonly UnreadableRow[] {
    return Array.from(this.#unreadable.values());
  }

  /** How often this person has said that they go, in whichever window. */
  farewells(person: PersonId): number {
    return this.#farewells.get(person) ?? 0;
  }

  /** Lookup ids of everybody who has written, by Entra id: the way to fill person columns. */
  lookupIds(): ReadonlyMap<string, string> {
    return this.#lookupIds;
  }

  #takeOne(row: LogRow): boolean {
    // One of ours that somebody has put elsewhere; whatever else stands there is not of this meeting.
    if (row.meeting !== this.#meeting && !this.#whole.has(row.decision)) {
      if (row.kind === "decision-resumed") this.#noteTakenUp(row.decision);
      return this.#lose(row.position, "moved", row);
    }
    if (row.authorLookupId !== undefined) {
      this.#lookupIds.set(row.authorId.toLowerCase(), row.authorLookupId);
    }
    const read = readEntry(row);
    const sign = signOf(row, read);
    const isSigned = sign !== undefined && !this.#hasSign(sign);
    if (sign !== undefined) this.#signs.set(row.position, sign);
    else if (this.#signs.get(row.position)?.what === "deleted") this.#signs.delete(row.position);
    if (read.ok) return this.#add(read.value) || isSigned;
    const before = this.#entryAt(row.position);
    if (before !== undefined && sign === undefined) {
      this.#signs.set(row.position, signAbout("changed-silently", before));
    }
    const isNew = this.#unreadable.get(row.position)?.why !== read.refusal.why;
    this.#unreadable.set(row.position, read.refusal);
    return [this.#remove(row.position), isNew, isSigned].some(Boolean);
  }

  /** Another meeting says that it takes up what is known here: only its whole log tells whether. */
  #noteTakenUp(decision: string): void {
    const known = Array.from(this.#stories.keys()).find((one) => one === decision);
    if (known !== undefined) this.#carried.add(known);
  }

  #add(entry: LogEntry): boolean {
    const { position } = entry;
    const before = this.#entryAt(position);
    if (before !== undefined) {
      if (canonicalEntry(before) === canonicalEntry(entry)) return false;
      // Everybody goes by what the list says now: whoever comes later has nothing else to go by.
      this.#remove(position);
      if (!this.#signs.has(position)) {
        this.#signs.set(position, signAbout("changed-silently", before));
      }
    }
    this.#unreadable.delete(position);
    const story = this.#stories.get(entry.decision) ?? new Story();
    this.#stories.set(entry.decision, story);
    this.#storyAt.set(position, story);
    this.#unchecked.push(entry);
    if (entry.event.kind === "person-left") {
      this.#farewells.set(entry.by.id, this.farewells(entry.by.id) + 1);
    }
    const isCarried = entry.event.kind === "decision-resumed" && !this.#whole.has(entry.decision);
    if (isCarried) this.#carried.add(entry.decision);
    return story.add(entry);
  }

  /** Takes out a row that is not where it was, and notes it: those who saw it know what it said. */
  #lose(position: number, what: TamperingKind, row?: LogRow): boolean {
    const lost = this.#entryAt(position);
    this.#listed.delete(position);
    const wasUnreadable = this.#unreadable.delete(position);
    if (lost === undefined) return wasUnreadable;
    const edit = row?.edited;
    this.#signs.set(position, {
      ...signAbout(what, lost),
      ...(edit !== undefined && { who: edit.by, atMs: edit.atMs }),
    });
    return this.#remove(position);
  }

  #hasSign({ what, position, atMs }: Tampering): boolean {
    const sign = this.#signs.get(position);
    return sign?.what === what && sign.atMs === atMs;
  }

  #entryAt(position: number): LogEntry | undefined {
    return this.#storyAt.get(position)?.at(position);
  }

  #remove(position: number): boolean {
    return this.#storyAt.get(position)?.remove(position) ?? false;
  }

  #current(): Story | undefined {
    return this.turns().at(-1);
  }
}
