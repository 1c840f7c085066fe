import type { MeetingChat, TaskPlans } from "./sharing-ports.ts";

/** The ways out of the record that this deployment and its cloud have. */
export interface Sharing {
  /** Absent where cards are switched off. */
  readonly chat?: MeetingChat;
  /** Absent where Planner is switched off, or the cloud has none. */
  readonly plans?: TaskPlans;
  /** Asks the person for permissions; only from a click. Throws StoreError where they say no. */
  readonly askConsent: (scopes: readonly string[]) => Promise<void>;
}
