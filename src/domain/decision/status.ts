/** Where a decision stands in its life. */
export type Status =
  | "draft"
  | "proposed"
  | "in-session"
  | "decided"
  | "deferred"
  | "rejected"
  | "withdrawn"
  | "not-needed"
  | "amended"
  | "superseded"
  | "reversed"
  | "closed";

const next: { readonly [S in Status]: readonly Status[] } = {
  draft: ["proposed", "withdrawn", "not-needed"],
  proposed: ["draft", "in-session", "withdrawn", "not-needed"],
  "in-session": ["decided", "deferred", "rejected", "withdrawn", "not-needed"],
  decided: ["amended", "superseded", "reversed", "closed"],
  amended: ["amended", "superseded", "reversed", "closed"],
  // Taken up again it stands where it stood before the walk: who is there must be seen anew.
  deferred: ["draft", "proposed", "withdrawn"],
  rejected: [],
  withdrawn: [],
  "not-needed": [],
  superseded: [],
  reversed: [],
  closed: [],
};

/** Whether a decision may go from one status to another. */
export function canBecome(from: Status, to: Status): boolean {
  return next[from].includes(to);
}

/** Whether the walk is over: what happened since `in-session` is written in the record. */
export function hasEnded(status: Status): boolean {
  return status !== "draft" && status !== "proposed" && status !== "in-session";
}
