import { link } from "#domain/chain.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Afterwards, Meeting } from "#domain/meeting-state.ts";
import type { Act } from "#domain/rights/people.ts";

type After = EventOf<"decision-amended" | "decision-succeeded" | "review-held">;

const nothingYet: Afterwards = { amendments: undefined, successors: undefined, reviews: undefined };

/** The meeting after something was added to its record. */
export function addedTo(meeting: Meeting, act: Act & { readonly event: After }): Meeting {
  const { by, atMs, event } = act;
  const after = meeting.after ?? nothingYet;
  switch (event.kind) {
    case "decision-amended": {
      const { text, reason, reviewOn = after.reviewOn } = event;
      const amendments = link({ text, reason, by, atMs }, after.amendments);
      return { ...meeting, status: "amended", after: { ...after, amendments, reviewOn } };
    }
    case "decision-succeeded": {
      const { how, successor: decision, title } = event;
      const successors = link({ how, decision, title, by, atMs }, after.successors);
      return { ...meeting, status: how, after: { ...after, successors } };
    }
    case "review-held": {
      const { actual, goals = [], lessons, verdict, nextReviewOn } = event;
      const reviews = link({ actual, goals, lessons, verdict, by, atMs }, after.reviews);
      const status = verdict === "close" ? "closed" : meeting.status;
      // A review that names no next day was the last one asked for.
      return { ...meeting, status, after: { ...after, reviews, reviewOn: nextReviewOn ?? "" } };
    }
  }
}
