import * as v from "valibot";

/** What a page asks of the authorization endpoint. */
const Wish = v.object({
  client_id: v.string(),
  response_type: v.string(),
  redirect_uri: v.string(),
  response_mode: v.optional(v.picklist(["fragment", "query"]), "fragment"),
  scope: v.string(),
  state: v.optional(v.string()),
  nonce: v.optional(v.string()),
  login_hint: v.optional(v.string()),
  code_challenge: v.optional(v.string()),
  code_challenge_method: v.optional(v.string()),
});
export type Wish = Readonly<v.InferOutput<typeof Wish>>;

/** Why a wish is turned down on Microsoft's own page: nobody is sent back to an address not registered. */
export interface TurnedDown {
  readonly code: string;
  readonly sentence: string;
}

/**
 * The wish in an address, or why it is turned down.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function readWish(
  query: Readonly<Record<string, string>>,
  app: { readonly clientId: string; readonly redirectUris: readonly string[] },
): Wish | TurnedDown {
  const read = v.safeParse(Wish, query);
  if (!read.success) {
    const missing = v.getDotPath(read.issues[0]) ?? "a parameter";
    return turnedDown("AADSTS900144", `The request must contain '${missing}'.`);
  }
  const wish = read.output;
  if (wish.client_id !== app.clientId) {
    return turnedDown("AADSTS700016", `Application '${wish.client_id}' was not found.`);
  }
  if (!app.redirectUris.includes(wish.redirect_uri)) {
    return turnedDown(
      "AADSTS50011",
      `The redirect URI '${wish.redirect_uri}' does not match the redirect URIs configured for the application.`,
    );
  }
  if (wish.response_type !== "code") {
    return turnedDown("AADSTS70005", `response_type '${wish.response_type}' is not supported.`);
  }
  if (wish.code_challenge === undefined || wish.code_challenge_method !== "S256") {
    return turnedDown("AADSTS9002325", "Proof Key for Code Exchange is required.");
  }
  return wish;
}

/** Whether a wish was turned down. */
export function isTurnedDown(wish: Wish | TurnedDown): wish is TurnedDown {
  return "sentence" in wish;
}

/** The address that takes an answer back to the page. */
export function wayBack(wish: Wish, answer: Readonly<Record<string, string>>): string {
  const { redirect_uri, response_mode, state } = wish;
  const said = new URLSearchParams({ ...answer, ...(state !== undefined && { state }) });
  return `${redirect_uri}${response_mode === "query" ? "?" : "#"}${said}`;
}

function turnedDown(code: string, sentence: string): TurnedDown {
  return { code, sentence };
}
