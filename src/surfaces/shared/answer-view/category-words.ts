import type { Risk } from "#domain/questions/answer.ts";

/** The kinds of risk as people read them. */
export const categoryWords: { readonly [C in Risk["category"]]: string } = {
  privacy: "Privacy",
  security: "Security",
  regulatory: "Regulation",
  people: "People",
  delivery: "Delivery",
  other: "Other",
};
