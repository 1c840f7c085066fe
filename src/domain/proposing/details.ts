import * as v from "valibot";
import { DecisionRight, Goal } from "#domain/questions/answer.ts";
import { Brief, draftUpTo, textUpTo } from "#domain/text.ts";

const name = textUpTo(120);
const day = v.pipe(v.string(), v.isoDate());
const few = <S extends v.GenericSchema>(what: S, most: number) =>
  v.pipe(v.array(what), v.minLength(1), v.maxLength(most), v.readonly());

/**
 * What there was to choose from. Doing without is always there as option 0, with what it would mean;
 * the others follow as 1, 2, …
 */
export const Options = v.pipe(
  v.object({
    without: draftUpTo(500),
    others: few(textUpTo(200), 5),
    /** 0 for doing without. */
    chosen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(({ others, chosen }) => chosen <= others.length),
);
export type Options = Readonly<v.InferOutput<typeof Options>>;

/** A step on the way that can be seen to be done: what, by which day, and who answers for it. */
export const Milestone = v.object({ what: textUpTo(140), by: day, owner: v.optional(name) });
export type Milestone = Readonly<v.InferOutput<typeof Milestone>>;

/** Who is told of the decision, and by whom. */
export const Message = v.object({ to: name, by: name });
export type Message = Readonly<v.InferOutput<typeof Message>>;

/**
 * What a proposal may say beyond its sentence. All optional: a quick one stays a sentence. Goals and
 * rights are those the table's answers are brought down to.
 */
export const proposalDetails = {
  options: v.optional(Options),
  conditions: v.optional(few(Brief, 6)),
  milestones: v.optional(few(Milestone, 10)),
  goals: v.optional(few(Goal, 6)),
  rights: v.optional(few(DecisionRight, 8)),
  communication: v.optional(few(Message, 6)),
} as const;

const Details = v.object(proposalDetails);
export type ProposalDetails = Readonly<v.InferOutput<typeof Details>>;

/** The details alone of something that carries them. */
export function detailsOf(proposal: ProposalDetails): ProposalDetails {
  const { options, conditions, milestones, goals, rights, communication } = proposal;
  return { options, conditions, milestones, goals, rights, communication };
}
