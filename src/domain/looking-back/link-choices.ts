import type { Status } from "#domain/decision/status.ts";
import type { Relation } from "#domain/linking/link.ts";

const standing: readonly Relation[] = ["builds-on", "supersedes", "reverses", "reopens"];
const settledOtherwise: readonly Relation[] = ["builds-on", "reopens"];

/**
 * How a decision may speak of an earlier one, by where that stands. Only what was decided and still
 * stands can be superseded or reversed; what never was decided can be brought up again.
 */
export function linkChoices(status: Status): readonly Relation[] {
  switch (status) {
    case "decided":
    case "amended":
    case "closed":
      return standing;
    case "rejected":
    case "withdrawn":
    case "not-needed":
    case "deferred":
      return settledOtherwise;
    case "superseded":
    case "reversed":
    case "draft":
    case "proposed":
    case "in-session":
      return ["builds-on"];
  }
}
