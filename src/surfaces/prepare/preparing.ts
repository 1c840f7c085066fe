import type { DecisionEvent, EventKind } from "#domain/log/event.ts";
import type { SeatId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { QuestionList } from "#domain/questions/question.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import type { DecisionRegister, Drafts, StandingRoles } from "#flows/ports.ts";
import { createContext, useContext } from "react";
import type { RosterPicture } from "./use-roster.ts";

export type CardId = "decision" | "gate" | "table" | "questions" | "rule";

/** The part of a seat that a button leads to. */
export type SeatPart = "person" | "delegate" | "insight" | "accountability";

/** What is worked on at the table. */
type TablePlace =
  | { readonly kind: "seat"; readonly seat: SeatId; readonly part: SeatPart }
  | { readonly kind: "new-seat"; readonly function: BusinessFunction }
  | { readonly kind: "decider" }
  | { readonly kind: "attendees" };

/** The card that is open, and where in it. */
export interface Spot {
  readonly card: CardId;
  readonly at?: TablePlace | undefined;
}

/** What every part of the preparation has at hand. */
export interface Preparing {
  readonly me: Person;
  readonly meeting: Meeting;
  /** False where this person may look but not change. */
  readonly canPrepare: boolean;
  readonly roster: RosterPicture;
  /** Who usually sits where; absent where this deployment does not look. */
  readonly standingRoles: StandingRoles | undefined;
  readonly questionLists: readonly QuestionList[];
  readonly register: DecisionRegister;
  readonly drafts: Drafts;
  readonly openLink: (url: string) => void;
  readonly newId: () => string;
  /** Epoch milliseconds, server time. */
  readonly serverNow: () => number;
  readonly spot: Spot | undefined;
  /** Opens a card, or folds all. */
  readonly goTo: (spot: Spot | undefined) => void;
  /** Says it, and whether it was taken; a refusal is shown in the card it belongs to. */
  readonly tell: (event: DecisionEvent) => boolean;
  readonly refused: { readonly kind: EventKind; readonly why: Refusal } | undefined;
}

const Context = createContext<Preparing | undefined>(undefined);

export const PreparingProvider = Context.Provider;

/** The preparation around this part. */
export function usePreparing(): Preparing {
  const preparing = useContext(Context);
  if (preparing === undefined) throw new Error("usePreparing needs a PreparingProvider around it.");
  return preparing;
}
