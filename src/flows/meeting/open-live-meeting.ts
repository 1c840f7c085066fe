import { type DecisionId, type EventId, type MeetingKey, toDecisionId } from "#domain/ids.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { oldestFirst } from "#domain/chain.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { canonicalEntry } from "#domain/record/canonical.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, ok, refuse } from "#domain/result.ts";
import { may } from "#domain/rights/judge.ts";
import { isDriver, isFacilitator, isPreparer } from "#domain/rights/people.ts";
import type { Person } from "#domain/table/person.ts";
import { ChainCheck } from "#flows/trust/chain-check.ts";
import { announceStep } from "./announcing.ts";
import { Follower } from "./following.ts";
import { roundTable } from "./governor.ts";
import type { LiveMeeting, Picture, Saying } from "./live-meeting.ts";
import { LogBook } from "./log-book.ts";
import type { DecisionRegister, EventLog, Outbox, OutboxItem, Push, World } from "#flows/ports.ts";
import { itemOf } from "./outbox-item.ts";
import { RecordKeepers } from "./record-keepers.ts";
import { type Sayings, newSayings } from "./sayings.ts";
import { Speaker } from "./speaking.ts";

/** What a live meeting needs of the world, and who it is for. */
export interface LiveMeetingNeeds {
  readonly log: EventLog;
  readonly register: DecisionRegister;
  readonly outbox: Outbox;
  /** Word of every row of the events list, where push can be had. */
  readonly rowPush?: Push;
  /** Word of the facilitator's steps, by the Decisions list. */
  readonly stepPush?: Push;
  readonly world: World;
  /** Server time minus this browser's, in milliseconds, as far as known. */
  readonly clockOffsetMs: () => number;
  readonly me: Person;
  readonly meeting: MeetingKey;
  /** Whether opening this surface means being at the table: the side panel and the stage do. */
  readonly announcesArrival: boolean;
  /** Whether opening this surface means having read it: the one before the meeting does. */
  readonly announcesReading?: boolean;
  /** Whether nobody is looking at this tab. */
  readonly isHidden?: () => boolean;
  /** Told of a moment (epoch milliseconds) that the server's clock has passed. */
  readonly onServerTime?: (ms: number) => void;
  /** Told once of a decided decision that speaks of earlier ones, when its record is there. */
  readonly onSucceeding?: (decided: Meeting) => void;
  /** Told of each person's SharePoint lookup id, by Entra id, as the log reveals it. */
  readonly onLookupIds?: (ids: ReadonlyMap<string, string>) => void;
}

/**
 * Opens a meeting as this browser lives it: follows the list, sends what the person says, and
 * writes the record when it is this browser's turn. Works until `close`; never throws.
 */
export function openLiveMeeting(needs: LiveMeetingNeeds): LiveMeeting {
  const live = new OpenMeeting(needs);
  live.begin();
  return live;
}

class OpenMeeting implements LiveMeeting {
  readonly #needs: LiveMeetingNeeds;
  readonly #book: LogBook;
  readonly #sayings: Sayings = newSayings();
  readonly #follower: Follower;
  readonly #speaker: Speaker;
  readonly #records: RecordKeepers;
  readonly #chain: ChainCheck;
  /** By what, decision, how many meetings it went through, and how often this person has left. */
  readonly #announcedFor = new Set<string>();
  #farewellsHere = 0;
  readonly #listeners = new Set<() => void>();
  #shown: Picture | undefined;
  #kept: Promise<void> = Promise.resolve();

  constructor(needs: LiveMeetingNeeds) {
    this.#needs = needs;
    const { log, register, outbox, world, me, meeting } = needs;
    const onChange = (): void => this.#changed();
    this.#book = new LogBook(meeting);
    this.#follower = new Follower({
      log,
      world,
      meeting,
      onChange,
      book: this.#book,
      rowPush: needs.rowPush,
      stepPush: needs.stepPush,
      audience: () => Math.max(1, this.#book.meeting().presence.size),
      hearsFirst: () => this.#hearsFirst(),
      isHidden: needs.isHidden ?? (() => false),
    });
    const holds = (position: number): boolean => this.#book.holds(position);
    this.#chain = new ChainCheck({ world, holds, onChange });
    this.#records = new RecordKeepers({
      log,
      register,
      world,
      me,
      onChange,
      onSucceeding: needs.onSucceeding,
      say: (decision, event) => this.#sayOf(decision, event),
    });
    const settle = (item: OutboxItem, state: Saying["state"]): void => {
      this.#sayings.settle(item.row.eventId, state);
      this.#changed();
    };
    this.#speaker = new Speaker({
      log,
      outbox,
      world,
      meeting,
      me: me.id,
      onWaiting: (item, why) => settle(item, { kind: "waiting", sinceMs: item.saidAtMs, why }),
      onFailed: (item, why) => settle(item, { kind: "failed", why }),
      onSaved: (item, row) => {
        needs.onServerTime?.(row.atMs);
        this.#book.takeOwn(row);
        settle(item, { kind: "saved", atMs: world.now() });
        void announceStep(register, this.#book.meeting(), item.row);
      },
    });
  }

  begin(): void {
    this.#follower.askNow();
    void this.#resume();
  }

  async #resume(): Promise<void> {
    const unsent = await this.#speaker.resume();
    for (const item of unsent) this.#sayings.addUnsent(item);
    if (unsent.length > 0) this.#changed();
  }

  picture(): Picture {
    this.#shown ??= {
      me: this.#needs.me,
      meeting: this.#ahead(),
      sayings: this.#sayings.list(this.#book),
      following: this.#follower.state,
      recording: this.#records.stateOf(this.#book.meeting().opened?.decision),
      unreadable: this.#book.unreadable(),
      tampering: [...this.#book.tampering(), ...this.#chain.unlinked()],
      clockOffsetMs: this.#needs.clockOffsetMs(),
    };
    return this.#shown;
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  say(event: DecisionEvent): Result<EventId, Refusal> {
    const { me, world } = this.#needs;
    const before = this.#ahead();
    // Once a decision has ended the next one may be opened; it starts a log of its own.
    const isNext = event.kind === "decision-opened" && before.closing !== undefined;
    const refusal = isNext ? undefined : may(before, me.id, event, this.#serverNow());
    if (refusal !== undefined) return refuse(refusal);
    const decision = isNext ? undefined : before.opened?.decision;
    return ok(this.#sayOf(decision ?? toDecisionId(world.newId()), event));
  }

  async takeUp(decision: DecisionId, meeting: MeetingInfo): Promise<Result<EventId, Refusal>> {
    const { opened, closing } = this.#ahead();
    const isBusy = opened !== undefined && closing === undefined;
    if (isBusy && opened.decision !== decision) return refuse({ reason: "already-opened" });
    const rows = await this.#needs.log.readDecision(decision);
    if (this.#book.takeDecision(decision, rows)) this.#changed();
    const event = { kind: "decision-resumed", meeting } as const;
    const known = this.#book.decision(decision);
    const refusal = may(known, this.#needs.me.id, event, this.#serverNow());
    return refusal === undefined ? ok(this.#sayOf(decision, event)) : refuse(refusal);
  }

  #sayOf(decision: DecisionId, event: DecisionEvent): EventId {
    const item = itemOf(event, { ...this.#needs, decision });
    if (event.kind === "person-left") this.#farewellsHere += 1;
    this.#sayings.add(item, event);
    this.#keep(item, this.#book.last(decision));
    this.#changed();
    return item.row.eventId;
  }

  /** One after the other, so that the outbox holds them in the order they were said. */
  #keep(item: OutboxItem, last: LogEntry | undefined): void {
    this.#kept = this.#kept.then(async () => {
      const previous =
        last === undefined ? "" : await this.#needs.world.sha256(canonicalEntry(last));
      await this.#speaker.speak({ ...item, row: { ...item.row, previous } });
    });
  }

  tryAgain(saying: EventId): void {
    this.#sayings.settle(saying, { kind: "waiting", sinceMs: this.#needs.world.now() });
    this.#speaker.tryAgain(saying);
    this.#changed();
  }

  discard(saying: EventId): void {
    this.#sayings.remove(saying);
    void this.#speaker.discard(saying);
    this.#changed();
  }

  /** Asks for what is new at once, also after a stop: the person has mended what was the matter. */
  refresh(): void {
    this.#follower.askNow();
  }

  leave(): void {
    const { opened, closing, presence } = this.#book.meeting();
    const { me, log, announcesArrival } = this.#needs;
    const isThere = announcesArrival && closing === undefined && presence.has(me.id);
    // In a large meeting everybody leaves at once, and only those who decide are waited for.
    const isMissed = presence.size <= roundTable || this.#hearsFirst();
    if (opened !== undefined && isThere && isMissed) {
      const { row } = itemOf(
        { kind: "person-left" },
        { ...this.#needs, decision: opened.decision },
      );
      // Not kept for later: somebody who comes back has not left.
      log.append(row, { isLast: true }).catch(() => undefined);
    }
    this.close();
  }

  close(): void {
    this.#follower.stop();
    this.#speaker.stop();
    this.#records.stop();
    this.#chain.stop();
    this.#listeners.clear();
  }

  #changed(): void {
    this.#shown = undefined;
    this.#needs.onLookupIds?.(this.#book.lookupIds());
    if (this.#follower.state.kind === "live") {
      this.#records.look(this.#book.turns());
      this.#chain.look(this.#book.takeUnchecked());
      if (this.#needs.announcesArrival) this.#announce("person-arrived");
      if (this.#needs.announcesReading === true) this.#announce("decision-read");
    }
    for (const listener of this.#listeners) listener();
  }

  #announce(kind: "person-arrived" | "decision-read"): void {
    const ahead = this.#ahead();
    const { opened, earlier } = ahead;
    if (opened === undefined) return;
    // Another window of this person may have said that they go: whoever has this one open is here.
    const elsewhere = this.#book.farewells(this.#needs.me.id) - this.#farewellsHere;
    const farewells = Math.max(0, elsewhere);
    const turn = `${kind} ${opened.decision} ${oldestFirst(earlier).length} ${farewells}`;
    // Once: who may not write would try for ever, and who was marked absent would be brought back.
    if (this.#announcedFor.has(turn)) return;
    const refusal = may(ahead, this.#needs.me.id, { kind }, this.#serverNow());
    // Another window has said it: not to be said again once that is undone.
    if (refusal === undefined || refusal.reason === "already-so") this.#announcedFor.add(turn);
    if (refusal === undefined) this.say({ kind });
  }

  /** Who decides, leads or prepares; everybody else can wait a little in a large meeting. */
  #hearsFirst(): boolean {
    const meeting = this.#book.meeting();
    const { me } = this.#needs;
    return (
      isFacilitator(meeting, me.id) ||
      isDriver(meeting, me.id) ||
      (meeting.status !== "in-session" && isPreparer(meeting, me))
    );
  }

  #serverNow(): number {
    return this.#needs.world.now() + this.#needs.clockOffsetMs();
  }

  #ahead(): Meeting {
    return this.#sayings.over(this.#book.meeting(), this.#book, this.#needs.me, this.#serverNow());
  }
}
