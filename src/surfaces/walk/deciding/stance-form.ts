import type { Stance } from "#domain/deciding/stance.ts";
import { briefLimit, cleanText } from "#domain/text.ts";

/** A stance in mid-typing. */
export const emptyStance = { stance: "", reason: "", ground: "", wouldChange: "" };
export type StanceForm = Readonly<typeof emptyStance>;

/** What is still wrong with it, by field. */
export type StanceProblems = Readonly<Partial<Record<keyof StanceForm, string>>>;

/** The stance a form makes, or what is still wrong with it. */
export type ReadStance =
  | { readonly stance: Stance; readonly problems?: undefined }
  | { readonly stance?: undefined; readonly problems: StanceProblems };

/** Reads a form: all but agree need a reason, and an objection names its ground. */
export function stanceOf(form: StanceForm): ReadStance {
  const reason = cleanText(form.reason);
  const ground = cleanText(form.ground);
  const wouldChange = cleanText(form.wouldChange);
  if (form.stance === "") return { problems: { stance: "Choose a stance." } };
  if (form.stance === "agree") return { stance: { stance: "agree" } };
  const problems: { -readonly [F in keyof StanceForm]?: string } = {};
  if (reason === "") problems.reason = "Say why in one sentence.";
  if (reason.length > briefLimit) problems.reason = `Shorten this to ${briefLimit} characters.`;
  if (form.stance === "object") {
    if (ground === "") problems.ground = "Name the ground.";
    if (ground.length > 60) problems.ground = "Shorten this to 60 characters.";
    if (wouldChange.length > briefLimit) {
      problems.wouldChange = `Shorten this to ${briefLimit} characters.`;
    }
  }
  if (Object.keys(problems).length > 0) return { problems };
  switch (form.stance) {
    case "agree-with-reservation":
    case "disagree-and-commit":
    case "abstain":
    case "recused":
      return { stance: { stance: form.stance, reason } };
    case "object": {
      const objection = { stance: "object", reason, ground } as const;
      return { stance: wouldChange === "" ? objection : { ...objection, wouldChange } };
    }
    default:
      return { problems: { stance: "Choose a stance." } };
  }
}

/** The form of a stance taken before, to change it. */
export function stanceFormOf(stance: Stance): StanceForm {
  const isObjection = stance.stance === "object";
  return {
    stance: stance.stance,
    reason: stance.reason ?? "",
    ground: isObjection ? stance.ground : "",
    wouldChange: isObjection ? (stance.wouldChange ?? "") : "",
  };
}

/** The form that a kept draft tells; nothing of it is trusted. */
export function stanceFromDraft(draft: string): StanceForm {
  const kept = parsed(draft);
  const read = (field: keyof StanceForm) => {
    const value = kept.get(field);
    return typeof value === "string" ? value : "";
  };
  return {
    stance: read("stance"),
    reason: read("reason"),
    ground: read("ground"),
    wouldChange: read("wouldChange"),
  };
}

function parsed(draft: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(draft);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
