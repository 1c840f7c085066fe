import { type FailureKind, StoreError } from "#flows/store-error.ts";

const byCode: Readonly<Record<string, FailureKind>> = {
  user_canceled: "consent-needed",
  no_network_connectivity: "no-answer",
  no_tokens_found: "signed-out",
  refresh_token_expired: "signed-out",
  no_account_found: "signed-out",
  no_account_error: "signed-out",
  nested_app_auth_bridge_disabled: "signed-out",
};

/**
 * The account, or the app, is unknown to the tenant that was asked.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const notOfThisTenant = /AADSTS(?:50020|50034|90072|700016|500011|650052)/u;

/** What a failure of MSAL means. By name, since classes lose theirs when code is made small. */
export function signInFailure(cause: unknown, scopes: readonly string[]): StoreError {
  if (cause instanceof StoreError) return cause;
  const { name, errorCode, message } = described(cause);
  const foreign = notOfThisTenant.exec(`${errorCode} ${message}`)?.[0];
  if (foreign !== undefined) {
    return new StoreError("forbidden", `Sign-in: ${foreign}`, { code: "other-tenant", cause });
  }
  const kind = kindOf(name, errorCode, message);
  return new StoreError(kind, `Sign-in: ${errorCode || name || "failed"}`, {
    ...(errorCode !== "" && { code: errorCode }),
    ...(kind === "consent-needed" && { scopes }),
    cause,
  });
}

function kindOf(name: string, code: string, message: string): FailureKind {
  const known = byCode[code];
  if (known !== undefined) return known;
  // A sign-in that ran out asks for interaction too, but nothing is left to consent to.
  if (/AADSTS(?:50173|70043|700082|700084)/u.test(message)) return "signed-out";
  // Consent that only an administrator can give comes under several names.
  if (name === "InteractionRequiredAuthError") return "consent-needed";
  if (/AADSTS(?:65001|90093|90094|65004)|consent_required/u.test(`${code} ${message}`)) {
    return "consent-needed";
  }
  return name === "ServerError" ? "unavailable" : "signed-out";
}

function described(cause: unknown) {
  const { name, errorCode, message } = (cause ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { name: text(name), errorCode: text(errorCode), message: text(message) };
}
