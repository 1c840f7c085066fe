import * as v from "valibot";
import { QuestionList } from "./question.ts";

/** The six questions a technology decision is walked through. Parsed, so that it obeys its own schema. */
export const technologyDecision: QuestionList = v.parse(QuestionList, {
  id: "technology-decision",
  name: "Technology decision",
  questions: [
    {
      id: "strategic-or-operational",
      text: "Is this strategic or operational?",
      why: "A strategic decision changes where the company goes and needs the people who answer for that. An operational one keeps things running and is quicker and better in the hands of one function. Say which it is before you spend everybody's time on it.",
      audience: "drivers",
      minutes: 3,
      asks: [
        {
          kind: "choice",
          options: [
            {
              id: "strategic",
              label: "Strategic",
              meaning: "It changes how we compete, deliver or take risk. This table should decide.",
            },
            {
              id: "operational",
              label: "Operational",
              meaning: "It improves what we already do. Its own function can decide.",
            },
          ],
        },
        { kind: "text", optional: true },
      ],
    },
    {
      id: "business-outcome",
      text: "Which business outcome is this for, and what changes in how we compete or deliver?",
      why: "A tool is not an outcome. Name one measure that moves, from where to where and by when, and the change customers or colleagues would notice. If nobody can name one, that is worth knowing now.",
      audience: "all",
      minutes: 7,
      asks: [{ kind: "goal" }, { kind: "text" }],
    },
    {
      id: "goals-without-spending",
      text: "How does it move our goals, and could we reach them without spending this?",
      why: "Every option competes with doing without. Say what this adds beyond a change of process, better use of what we own, or waiting, and what doing without would cost.",
      audience: "all",
      minutes: 5,
      asks: [{ kind: "text" }],
    },
    {
      id: "unknown-risks",
      text: "Which risks do we not understand yet, and who could show us?",
      why: "Known risks have owners. The ones that hurt are those that nobody here can judge: privacy, security, regulation, the people who would work differently. Name one, and who could see it before we commit.",
      audience: "all",
      minutes: 7,
      asks: [{ kind: "risk" }],
    },
    {
      id: "speed-and-accountability",
      text: "Can we move fast and still know who answers for what?",
      why: "Speed without accountability breaks things, and accountability without speed misses the moment. Rate how ready we are to do both, and say what would raise it by one.",
      audience: "all",
      minutes: 4,
      asks: [
        { kind: "scale", low: "One of the two would suffer", high: "We can do both" },
        { kind: "text" },
      ],
    },
    {
      id: "rights-from-here",
      text: "Who decides what from here on, and how does that stay clear?",
      why: "Most quarrels after a decision are about the next, smaller one. Name one thing that will have to be decided along the way, who decides it alone, up to which limit, and where it goes beyond.",
      audience: "drivers",
      minutes: 6,
      asks: [{ kind: "rights" }],
    },
  ],
});
