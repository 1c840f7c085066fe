import { direction } from "./direction.ts";
import type { QuestionList } from "./question.ts";
import { technologyDecision } from "./technology-decision.ts";

/** The question lists Quorate brings along; the first is the one a meeting starts with. */
export const builtInLists: readonly QuestionList[] = [technologyDecision, direction];
