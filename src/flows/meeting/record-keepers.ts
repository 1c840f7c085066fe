import type { DecisionId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { RecordKeeper, type RecordNeeds } from "./keeping-record.ts";
import type { Recording } from "./live-meeting.ts";
import type { Story } from "./story.ts";

/** What keeping the records of one meeting needs. */
interface RecordKeepersNeeds extends Omit<RecordNeeds, "say"> {
  readonly say: (decision: DecisionId, event: DecisionEvent) => unknown;
}

/** The records of a meeting's decisions, each with its keeper. */
export class RecordKeepers {
  readonly #needs: RecordKeepersNeeds;
  readonly #keepers = new Map<DecisionId, RecordKeeper>();

  constructor(needs: RecordKeepersNeeds) {
    this.#needs = needs;
  }

  /** Also of a decision before the current one, for as long as its record is not there. */
  look(turns: readonly Story[]): void {
    for (const story of turns) {
      const { opened, record } = story.meeting;
      if (opened === undefined) continue;
      const known = this.#keepers.get(opened.decision);
      if (known === undefined && record !== undefined && story !== turns.at(-1)) continue;
      const keeper = known ?? this.#newKeeper(opened.decision);
      this.#keepers.set(opened.decision, keeper);
      keeper.look(story);
    }
  }

  stateOf(decision: DecisionId | undefined): Recording {
    const keeper = decision === undefined ? undefined : this.#keepers.get(decision);
    return keeper?.state ?? { kind: "idle" };
  }

  stop(): void {
    for (const keeper of this.#keepers.values()) keeper.stop();
  }

  #newKeeper(decision: DecisionId): RecordKeeper {
    return new RecordKeeper({ ...this.#needs, say: (event) => this.#needs.say(decision, event) });
  }
}
