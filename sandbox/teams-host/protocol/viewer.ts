/** A person of the directory, as the sandbox lists them. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly userType: "Member" | "Guest";
  readonly department?: string;
  /** The sites this person may write to. */
  readonly writesTo: readonly string[];
}

/** A meeting of the directory, as the sandbox lists them. Times are ISO 8601. */
export interface Meeting {
  readonly id: string;
  readonly subject: string;
  readonly chatId: string;
  readonly organizerId: string;
  /** The site whose members meet. */
  readonly siteId: string;
  readonly start: string;
  readonly end: string;
  readonly joinUrl: string;
  readonly tenantId: string;
  /** Ids of everybody in the meeting's chat, the organizer among them. */
  readonly roster: readonly string[];
  /** What the invited answered, by their id. */
  readonly responses: ReadonlyMap<string, string>;
}

/** The theme names that teams-js uses. */
export type TeamsTheme = "default" | "dark" | "contrast";

/** Names of the failures an identity broker may report to a nested app. */
export const signInFailures = [
  "USER_INTERACTION_REQUIRED",
  "USER_CANCEL",
  "NO_NETWORK",
  "ACCOUNT_UNAVAILABLE",
  "DISABLED",
  "NESTED_APP_AUTH_UNAVAILABLE",
  "TRANSIENT_ERROR",
  "PERSISTENT_ERROR",
] as const;

/** One of the failures an identity broker may report. */
export type SignInFailure = (typeof signInFailures)[number];

/** What this host does wrong on purpose, so that the app's manners can be seen. */
export interface Troubles {
  readonly handshake: "works" | "silent";
  /** `no-bridge`: the host does not offer nested sign-in at all. */
  readonly signIn: "works" | "silent" | "no-bridge" | SignInFailure;
  readonly meetingDetails: "works" | "refused" | "silent";
  readonly sharing: "works" | "refused";
}

/** A host without faults. */
export const noTroubles: Troubles = {
  handshake: "works",
  signIn: "works",
  meetingDetails: "works",
  sharing: "works",
};

/** Who looks at a frame, in which meeting, and how. */
export interface Viewer {
  readonly person: Person;
  /** Absent in a personal tab, which belongs to no meeting. */
  readonly meeting: Meeting | undefined;
  readonly tenantId: string;
  readonly theme: TeamsTheme;
  /** A BCP 47 tag, such as `en-GB`. */
  readonly language: string;
  /** The same for all frames of one page load. */
  readonly sessionId: string;
  readonly offline: boolean;
  readonly troubles: Troubles;
}
