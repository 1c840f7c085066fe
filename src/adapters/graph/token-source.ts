/** Where a token for Graph comes from. */
export interface TokenSource {
  /**
   * A token that carries these scopes. `claims` and `fresh` pass by every cache.
   *
   * @throws StoreError `signed-out`, `consent-needed` with the scopes, or a passing kind.
   */
  token(scopes: readonly string[], wish?: TokenWish): Promise<string>;
}

/** A token source that can also ask the person who is signed in. */
export interface SignIn extends TokenSource {
  /**
   * Asks the person to consent. Only from a click: a window opens, or the page is left.
   *
   * @throws StoreError `consent-needed` when they decline or may not consent themselves.
   */
  askConsent(scopes: readonly string[]): Promise<void>;
}

/** What a refused token asks of the next one. */
export interface TokenWish {
  /** The claims Entra wants to see proved again, as JSON. */
  readonly claims?: string;
  /** Whether a token from a cache will not do. */
  readonly fresh?: boolean;
}

/**
 * The permissions asked for, each where it is needed and not before: only the first two belong to
 * the base, every other one buys a convenience.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export const scopes = {
  profile: ["User.Read"],
  lists: ["Sites.ReadWrite.All"],
  /** Instead of the one above and the one below where an administrator granted a single site. */
  oneSite: ["Sites.Selected"],
  makeLists: ["Sites.Manage.All"],
  chat: ["Chat.ReadBasic"],
  calendar: ["Calendars.ReadBasic"],
  people: ["User.ReadBasic.All"],
  departments: ["User.Read.All"],
  card: ["ChatMessage.Send"],
  planner: ["Tasks.ReadWrite"],
} as const satisfies Record<string, readonly string[]>;
