import type { Stance } from "./stance.ts";

/** How a stance is called and what taking it means, in one line. */
export interface StanceWords {
  readonly label: string;
  readonly meaning: string;
}

/** The words of each stance, in the order they are offered. */
export const stanceWords: { readonly [S in Stance["stance"]]: StanceWords } = {
  agree: { label: "Agree", meaning: "You support this as it stands." },
  "agree-with-reservation": {
    label: "Agree with reservation",
    meaning: "You support this and want a concern on record.",
  },
  "disagree-and-commit": {
    label: "Disagree and commit",
    meaning: "You would decide otherwise, and will help to make this work.",
  },
  object: { label: "Object", meaning: "This must not go ahead as it stands: say on what ground." },
  abstain: { label: "Abstain", meaning: "You are here and leave it to the others." },
  recused: {
    label: "Recused",
    meaning: "You have an interest of your own, and do not count.",
  },
};
