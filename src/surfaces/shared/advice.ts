import type { AllowedWho, Refusal } from "#domain/refusal.ts";
import type { FailureKind, StoreError } from "#flows/store-error.ts";

const causes: { readonly [K in FailureKind]: string } = {
  "signed-out": "you are signed out",
  "consent-needed": "a permission is missing",
  forbidden: "no access to the site",
  "not-found": "the list is gone",
  throttled: "SharePoint is busy",
  "no-answer": "no connection",
  unavailable: "SharePoint does not answer",
  "already-exists": "it is there already",
  "changed-meanwhile": "somebody changed it meanwhile",
  resync: "reading everything again",
  "read-only": "the site is locked or full",
  rejected: "the list does not take it",
};

const advice: { readonly [K in FailureKind]: string } = {
  "signed-out": "You are signed out. Sign in to Teams again, then try again.",
  "consent-needed":
    "Quorate lacks a permission. Allow it when Teams asks, or ask your administrator.",
  forbidden:
    "You have no access to the site where decisions are kept. Ask a site owner to add you.",
  "not-found":
    "The list where decisions are kept is gone. Ask whoever set up this tab to set it up again.",
  throttled: "SharePoint is busy. Wait a moment; it is tried again by itself.",
  "no-answer": "There is no connection. It is tried again by itself once you are back online.",
  unavailable: "SharePoint does not answer. It is tried again by itself.",
  "already-exists": "It is there already. Load this tab again to see it.",
  "changed-meanwhile": "Somebody changed it meanwhile. Look at their version, then try again.",
  resync: "Too much has changed since. Everything is read again.",
  "read-only": "The site is locked or full. Ask a site owner to unlock it or make room.",
  rejected:
    "The list refused this. Somebody may have changed it by hand: ask whoever set up this tab to repair it.",
};

/** The cause of a failure in a few words, to stand after "Waiting:" or "Behind:". */
export function causeOf(why: StoreError): string {
  return causes[why.kind];
}

/** What a person can do about a failure, in one or two sentences. */
export function adviceFor(why: StoreError): string {
  return advice[why.kind];
}

const allowed: { readonly [W in AllowedWho]: string } = {
  preparer: "Only the organizer, a driver or whoever opened this decision can do this.",
  facilitator: "Only the facilitator can do this.",
  "driver-or-organizer": "Only a driver or the organizer can do this.",
  driver: "Only drivers take a stance.",
  decider: "Only the decider can rule on the proposal.",
  delegate: "Only the delegate named for this seat can accept.",
  "seat-holder": "Only the person in this seat can take its stance.",
};

const refusals: { readonly [R in Exclude<Refusal["reason"], "not-allowed">]: string } = {
  "not-opened": "No decision is open in this meeting yet. Frame one first.",
  "already-opened": "Somebody opened a decision in this meeting a moment before you.",
  "in-another-meeting": "This decision has been taken up in another meeting.",
  "already-ended": "This decision is closed. Nothing can be added to it.",
  "not-started": "The walk has not started yet.",
  "already-started": "The walk has started. This stays as it is.",
  "table-not-ready":
    "Something at the table still blocks the start. Mend it, or say why you start.",
  "gate-unanswered": "Say first whether this decision needs a group.",
  routine: "This decision can stay with its function and needs no walk.",
  "unknown-seat": "This seat is no longer at the table.",
  "person-already-seated": "This person has a seat already. One person, one seat.",
  "delegate-is-the-person": "Nobody can be their own delegate. Choose someone else.",
  "unknown-question": "This question is no longer on the list.",
  "question-not-current": "The table has moved on to another question.",
  "question-concluded": "This question is concluded. Ask the facilitator to go back to it.",
  "not-in-audience": "This question is for drivers.",
  "answer-does-not-fit": "Something is missing. Fill in every part that is asked for.",
  "not-revealed": "Reveal the answers before you conclude.",
  "already-so": "Somebody did this a moment before you.",
  "questions-left": "Conclude every question before you propose.",
  "no-proposal": "Nothing is proposed yet.",
  "proposal-replaced": "The proposal has changed. Read it again and take your stance.",
  "not-single-decider": "The table decides here, not one person.",
  "not-passed": "The proposal has not passed. Change it, or defer or reject the decision.",
  "reason-missing": "Say why in one sentence.",
  "facilitator-present": "The facilitator is here. Ask them to hand over.",
  "facilitator-changed": "Somebody else leads by now.",
  "person-not-present": "This person is not here yet.",
  "not-closed": "The decision is not closed yet.",
  "seat-recused": "This seat is recused: a conflict of interest was declared for it.",
  "not-linked": "These decisions are not linked any more.",
  "links-to-itself": "A decision cannot replace itself. Choose another one.",
  "not-decided": "Only a decision that was taken can be amended, replaced or reviewed.",
};

/** Why something said has no effect, in one or two sentences. */
export function refusalSentence(refusal: Refusal): string {
  if (refusal.reason === "not-allowed") return allowed[refusal.who];
  return refusals[refusal.reason];
}
