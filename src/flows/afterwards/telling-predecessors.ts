import type { DecisionId } from "#domain/ids.ts";
import { type Succession, successionBy } from "#domain/linking/link.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { StoreError } from "#flows/store-error.ts";
import type { OpenDecision, OpenDecisionNeeds } from "./decision-picture.ts";
import { openDecision } from "./open-decision.ts";

type TellingNeeds = Omit<OpenDecisionNeeds, "kept" | "clockOffsetMs"> &
  Partial<Pick<OpenDecisionNeeds, "clockOffsetMs">>;

/**
 * Tells each earlier decision that this one, now decided, has taken its place. Looks into the older
 * one's log first, so it may be called by every browser and as often as one likes; silent where
 * this person may not say it, and where the list cannot be reached: the link stays one-sided then,
 * and the log offers to confirm it. Never throws.
 */
export async function tellPredecessors(needs: TellingNeeds, decided: Meeting): Promise<void> {
  for (const [older, event] of successions(decided)) {
    // One after the other: a browser has no need to hurry here, and the lists have a budget.
    await tell(needs, older, event);
  }
}

/** What a decided decision makes of the earlier ones it is linked to. */
export function successions(
  decided: Meeting,
): readonly (readonly [older: DecisionId, event: EventOf<"decision-succeeded">])[] {
  const successor = decided.opened?.decision;
  if (successor === undefined || decided.closing?.outcome !== "decided") return [];
  return Array.from(decided.links.values()).flatMap(({ relation, to }) => {
    const how = successionBy(relation);
    return how === undefined ? [] : [[to, succeeded(how, successor, decided.frame.title)] as const];
  });
}

function succeeded(
  how: Succession,
  successor: DecisionId,
  title: string,
): EventOf<"decision-succeeded"> {
  return { kind: "decision-succeeded", how, successor, title };
}

async function tell(
  needs: TellingNeeds,
  older: DecisionId,
  event: EventOf<"decision-succeeded">,
): Promise<void> {
  try {
    const kept = await needs.register.find(older);
    if (kept === undefined) return;
    const open = openDecision({ clockOffsetMs: () => 0, ...needs, kept });
    await until(open, () => open.picture().following.kind !== "loading");
    // Refused where it is known already, and where this person may not.
    if (open.picture().following.kind === "live") {
      const said = open.say(event);
      if (said.ok) await until(open, () => isSettled(open));
    }
    open.close();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

function isSettled(open: OpenDecision): boolean {
  const { sayings, row } = open.picture();
  return (
    sayings.every(({ state }) => state.kind !== "waiting" || state.why !== undefined) &&
    row.kind !== "writing"
  );
}

function until(open: OpenDecision, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = open.subscribe(look);
    look();
  });
}
