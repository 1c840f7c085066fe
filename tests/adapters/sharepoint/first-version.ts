import type { Column } from "#adapters/sharepoint/schema.ts";
import type { RequiredList } from "#flows/ports.ts";

type Kinds = { readonly [K in Column["kind"]]?: string };

/** The columns of the first version, as lists out there have them: names by kind. Never changed. */
export const firstVersion: Readonly<Record<RequiredList, Kinds>> = {
  Decisions: {
    text: "DecisionKey MeetingKey Moment DeciderName DeciderEntra FacilitatorName FacilitatorEntra RecordHash",
    choice: "Status",
    note: "Outcome Proposal Context WantedOutcome WithoutIt DecisionRule Result TableSeats DissentByName Conclusions Goals Risks DecisionRights Options Conditions Milestones Communication",
    person: "Decider Facilitator",
    number: "DriversPresent Drivers FunctionsCovered FunctionsNeeded Dissent EventCount",
    tags: "Functions",
    moment: "DecidedOn",
    day: "ReviewOn",
  },
  "Decision events": {
    text: "EventId DecisionKey MeetingKey Kind Previous",
    note: "Payload",
  },
};
