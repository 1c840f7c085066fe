import type { Person } from "./person.ts";

/** How somebody belongs to the meeting's tenant; only `member` and `guest` can sign in to it. */
export type AttendeeKind = "member" | "guest" | "other-tenant" | "anonymous" | "phone" | "other";

/** What the invitation got; `unknown` where the calendar may not be read. */
export type InviteResponse = "accepted" | "tentative" | "declined" | "none" | "unknown";

/** A person Graph reports for this meeting. Nothing of this is in the log: it is read afresh. */
export interface Attendee {
  /** Absent for people without an Entra identity (anonymous, telephone). */
  readonly person?: Person;
  /** What to show; "Unknown attendee" where Graph gives no name. */
  readonly name: string;
  readonly mail?: string;
  readonly kind: AttendeeKind;
  readonly isOrganizer: boolean;
  readonly response: InviteResponse;
  /** From the directory, where it may be read. */
  readonly department?: string;
  readonly jobTitle?: string;
}
