import { type Cell, csv } from "./csv.ts";
import { type Exported, isoDay } from "./exported.ts";
import { statusWord } from "./status-word.ts";

const columns: readonly (readonly [word: string, cell: (exported: Exported) => Cell])[] = [
  ["Number", ({ item }) => item],
  ["Title", ({ row }) => row.title],
  ["Status", ({ row }) => statusWord(row.status)],
  ["Outcome", ({ row }) => row.outcome],
  ["Opened on", ({ createdAtMs }) => isoDay(createdAtMs)],
  ["Decided on", ({ row }) => (row.decidedAtMs === undefined ? "" : isoDay(row.decidedAtMs))],
  ["Review on", ({ row }) => row.reviewOn],
  ["Decider", ({ row }) => row.decider?.name],
  ["Facilitator", ({ row }) => row.facilitator?.name],
  ["Functions", ({ row }) => row.functions.join(", ")],
  ["Drivers present", ({ row }) => row.driversPresent],
  ["Drivers", ({ row }) => row.drivers],
  ["Functions covered", ({ row }) => row.functionsCovered],
  ["Functions needed", ({ row }) => row.functionsNeeded],
  ["Dissent", ({ row }) => row.dissent],
  ["Why now", ({ row }) => row.context],
  ["Wanted outcome", ({ row }) => row.wantedOutcome],
  ["Without it", ({ row }) => row.withoutIt],
  ["Proposal", ({ row }) => row.proposal],
  ["Rule", ({ row }) => row.rule],
  ["Result", ({ row }) => row.result],
  ["Table", ({ row }) => row.table],
  ["Dissent by name", ({ row }) => row.dissentByName],
  ["Conclusions", ({ row }) => row.conclusions],
  ["Goals", ({ row }) => row.goals],
  ["Risks", ({ row }) => row.risks],
  ["Decision rights", ({ row }) => row.rights],
  ["Options", ({ row }) => row.options],
  ["Conditions", ({ row }) => row.conditions],
  ["Milestones", ({ row }) => row.milestones],
  ["Communication", ({ row }) => row.communication],
  ["Gate", ({ row }) => row.gateReasons],
  ["Lead function", ({ row }) => row.leadFunction],
  ["In favour", ({ row }) => row.inFavour],
  ["Abstained", ({ row }) => row.abstained],
  ["Open conditions", ({ row }) => row.openConditions],
  ["Days to decide", ({ row }) => row.daysToDecide],
  ["History", ({ row }) => row.history],
  ["Amendments", ({ row }) => row.amendments],
  ["Replaces", ({ row }) => row.replaces],
  ["Replaced by", ({ row }) => row.replacedBy],
  ["Reviewed on", ({ row }) => (row.reviewedAtMs === undefined ? "" : isoDay(row.reviewedAtMs))],
  ["Review", ({ row }) => row.reviewResult],
  ["Lessons", ({ row }) => row.lessons],
  ["In SharePoint", ({ webUrl }) => webUrl],
  ["Hash", ({ row }) => row.hash],
  ["Events", ({ row }) => row.events],
  ["Decision", ({ row }) => row.decision],
];

/** Decisions as a table for a spreadsheet, one a line, in the order given. */
export function decisionsCsv(decisions: readonly Exported[]): string {
  const head = columns.map(([word]) => word);
  return csv([head, ...decisions.map((exported) => columns.map(([, cell]) => cell(exported)))]);
}
