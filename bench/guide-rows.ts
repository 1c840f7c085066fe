import type { Said } from "../tests/e2e/rows.ts";

/** What the table said to the questions after the first, as their authors would have written it. */
export const restOfTheWalk: readonly Said[] = [
  [
    "meiling",
    {
      kind: "question-answered",
      question: "business-outcome",
      answer: {
        goal: {
          metric: "Forecast error",
          unit: "%",
          baseline: "31",
          target: "12",
          date: "2027-06-30",
          owner: "Mei-Ling Chen",
        },
        text: { text: "Regions promise what they can deliver.", basis: "assumption" },
      },
    },
  ],
  ...concluded("business-outcome", "Forecast error from 31 % to 12 % by the end of June."),
  ...concluded("goals-without-spending", "Cleaner entries alone would bring a third of it."),
  ...concluded("unknown-risks", "Nobody here can judge what the model learns from deal notes."),
  ...concluded("speed-and-accountability", "Yes, with one owner for each region's data."),
  [
    "kwame",
    {
      kind: "question-answered",
      question: "rights-from-here",
      answer: {
        rights: {
          what: "Which steps of the forecast stay with people",
          who: "Sales Operations",
          limit: "No step that sets a target",
          escalateTo: "Sofia Brandt",
        },
      },
    },
  ],
  ...concluded("rights-from-here", "Sales Operations runs it; targets stay with Sales."),
];

function concluded(question: string, conclusion: string): readonly Said[] {
  return [
    ["sofia", { kind: "answers-revealed", question }],
    ["sofia", { kind: "question-concluded", question, conclusion }],
  ];
}
