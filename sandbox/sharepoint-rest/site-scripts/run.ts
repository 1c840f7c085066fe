import { lookupIdOf } from "../../graph/sharepoint/access.ts";
import { newHead } from "../../graph/sharepoint/lists.ts";
import type { List } from "../../graph/store/list.ts";
import { siteAddress } from "../call.ts";
import type { RestCall } from "../call.ts";
import { invalidArgument, RestError, restErrorOf } from "../errors.ts";
import { runListStep, textIn } from "./list-steps.ts";
import type { Step } from "./list-steps.ts";

/** What became of one step, as SharePoint tells it. */
export interface StepOutcome {
  readonly ErrorCode: number;
  /** 0 done, 1 failed; the steps after a failed one are still carried out. */
  readonly Outcome: 0 | 1;
  readonly OutcomeText: string | null;
  readonly Target: string | null;
  readonly TargetId: string | null;
  readonly Title: string;
}

/** A script that is carried out at once may have so many steps, those on lists counted in. */
const MOST_STEPS = 30;
const LONGEST_SCRIPT = 100_000;

/**
 * Carries out a whole script, step by step.
 *
 * @throws RestError 400 for a script that is none, or longer than SharePoint carries out at once.
 * @see https://learn.microsoft.com/sharepoint/dev/declarative-customization/site-design-json-schema
 */
export function runScript(call: RestCall, text: string): readonly StepOutcome[] {
  if (text.length > LONGEST_SCRIPT)
    invalidArgument(`A site script holds at most ${LONGEST_SCRIPT} characters.`);
  const { actions } = parsed(text);
  if (!Array.isArray(actions)) return invalidArgument("The site script has no actions.");
  const steps = actions as readonly Step[];
  const count = steps.reduce((sum, step) => sum + 1 + substepsOf(step).length, 0);
  if (count > MOST_STEPS)
    invalidArgument(
      `A site script that runs at once holds at most ${MOST_STEPS} actions, this one ${count}.`,
    );
  return steps.flatMap((step) => runAction(call, step));
}

/** Carries out one action by itself. */
export function runOne(call: RestCall, text: string): readonly StepOutcome[] {
  return runAction(call, parsed(text));
}

function runAction(call: RestCall, step: Step): readonly StepOutcome[] {
  const found: { list?: List } = {};
  const first = outcomeOf(call, found, step, () => {
    if (step["verb"] !== "createSPList")
      throw new RestError(400, "-1", `Unable to handle action "${String(step["verb"])}".`);
    found.list = listFor(call, step);
    return `Create or update list "${found.list.head.displayName}"`;
  });
  const { list } = found;
  if (!list) return [first];
  const others = substepsOf(step).map((one) =>
    outcomeOf(call, found, one, () => runListStep(call, list, one)),
  );
  return [first, ...others];
}

function listFor({ world, site, caller }: RestCall, step: Step): List {
  const name = textIn(step, "listName");
  if (step["templateType"] !== 100)
    throw new RestError(501, "-1", `The sandbox does not know lists of other templates than 100.`);
  const known = [...world.state.lists.values()].find(
    ({ head }) => head.siteId === site.id && head.displayName === name,
  );
  if (known) return known;
  const head = newHead(world, site, caller.id, name, "");
  world.record({ fact: "list-written", head });
  lookupIdOf(world, site, caller.id);
  return world.state.lists.get(head.id) as List;
}

function outcomeOf(
  { world, site }: RestCall,
  found: { readonly list?: List },
  step: Step,
  carryOut: () => string,
): StepOutcome {
  try {
    const Title = carryOut();
    const { list } = found;
    return {
      ErrorCode: 0,
      Outcome: 0,
      OutcomeText: null,
      Target: list ? `${siteAddress(world, site)}/Lists/${list.head.name}` : null,
      TargetId: list?.head.id ?? null,
      Title,
    };
  } catch (error) {
    const said = restErrorOf(error);
    if (!said) throw error;
    return {
      ErrorCode: Number.parseInt(said.code, 10),
      Outcome: 1,
      OutcomeText: said.message,
      Target: null,
      TargetId: null,
      Title: String(step["verb"]),
    };
  }
}

function substepsOf(step: Step): readonly Step[] {
  const steps = step["subactions"];
  return Array.isArray(steps) ? (steps as Step[]) : [];
}

function parsed(text: string): Step {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Step;
  } catch {
    // Said below, in the same words.
  }
  return invalidArgument("The site script is no JSON.");
}
