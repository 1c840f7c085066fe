import type { Answer } from "#domain/questions/answer.ts";

/** An answer in mid-typing: every field as text, empty where nothing is written yet. */
export const emptyForm = {
  choice: "",
  text: "",
  // A claim of fact is made on purpose, never by leaving things as they were.
  basis: "assumption",
  source: "",
  scale: "",
  metric: "",
  unit: "",
  baseline: "",
  target: "",
  date: "",
  owner: "",
  risk: "",
  category: "",
  whoCouldSee: "",
  by: "",
  right: "",
  who: "",
  limit: "",
  escalateTo: "",
};
export type AnswerForm = Readonly<typeof emptyForm>;
export type FormField = keyof AnswerForm;

/** The form of an answer given before, to change it. */
export function formOf({ choice, text, scale, goal, risk, rights }: Answer): AnswerForm {
  return {
    choice: choice ?? "",
    text: text?.text ?? "",
    basis: text?.basis ?? emptyForm.basis,
    source: text?.source ?? "",
    scale: scale === undefined ? "" : String(scale),
    metric: goal?.metric ?? "",
    unit: goal?.unit ?? "",
    baseline: goal?.baseline ?? "",
    target: goal?.target ?? "",
    date: goal?.date ?? "",
    owner: goal?.owner ?? "",
    risk: risk?.what ?? "",
    category: risk?.category ?? "",
    whoCouldSee: risk?.whoCouldSee ?? "",
    by: risk?.by ?? "",
    right: rights?.what ?? "",
    who: rights?.who ?? "",
    limit: rights?.limit ?? "",
    escalateTo: rights?.escalateTo ?? "",
  };
}

/** The form that a kept draft tells; nothing of it is trusted. */
export function formFromDraft(draft: string): AnswerForm {
  const kept = parsed(draft);
  const form: Record<string, string> = { ...emptyForm };
  for (const field of Object.keys(emptyForm)) {
    const value = kept.get(field);
    if (typeof value === "string") form[field] = value;
  }
  return form as AnswerForm;
}

function parsed(draft: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(draft);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
