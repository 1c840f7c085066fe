import type { HostEffects, TokenAnswer } from "./effects.ts";
import type { Frame } from "./frames.ts";
import { fieldsOf, textOr } from "./messages.ts";
import { signInFailures, type SignInFailure } from "./viewer.ts";

/** How a request of MSAL's nested-app bridge ended. */
type SignInResult =
  | { readonly success: true; readonly [field: string]: unknown }
  | { readonly success: false; readonly error: SignInError };

interface SignInError {
  readonly status: SignInFailure;
  readonly code: string;
  readonly description: string;
}

function failed(status: SignInFailure, code: string, description: string): SignInResult {
  return { success: false, error: { status, code, description } };
}

/** What each refusal of the identity service means to MSAL. */
const refusals: Readonly<Record<Exclude<TokenAnswer["kind"], "token">, SignInResult>> = {
  consent: failed(
    "USER_INTERACTION_REQUIRED",
    "consent_required",
    "AADSTS65001: this person has not consented to what the app asks for.",
  ),
  "admin-consent": failed(
    "USER_INTERACTION_REQUIRED",
    "consent_required",
    "AADSTS65001: no administrator has consented to what the app asks for.",
  ),
  "unknown-person": failed("ACCOUNT_UNAVAILABLE", "no_account", "Nobody of that id is known."),
  "no-network": failed("NO_NETWORK", "no_network", "The identity service cannot be reached."),
  busy: failed("TRANSIENT_ERROR", "temporarily_unavailable", "Try again in a moment."),
  refused: failed("PERSISTENT_ERROR", "invalid_request", "The identity service refused this."),
};

/** What a person brings back from Entra's page that says to ask an administrator. */
const notApproved = failed(
  "PERSISTENT_ERROR",
  "consent_required",
  "AADSTS90094: a policy keeps this person from granting what the app asks for; an administrator can.",
);

function resultOf(answer: TokenAnswer): SignInResult {
  if (answer.kind !== "token") return refusals[answer.kind];
  const { token, account } = answer;
  return { success: true, token: { ...token, properties: null }, account };
}

async function initContext(frame: Frame, effects: HostEffects): Promise<SignInResult> {
  const answer = await effects.token(frame, ["openid"]);
  const account = answer.kind === "token" ? answer.account : undefined;
  const accountContext = account && {
    homeAccountId: account.homeAccountId,
    environment: account.environment,
    tenantId: account.tenantId,
  };
  return {
    success: true,
    initContext: {
      sdkName: "quorate-sandbox-host",
      sdkVersion: "1.0.0",
      capabilities: { queryAccount: false },
      ...(accountContext && { accountContext }),
    },
  };
}

/** The way through a window of the host: ask for what is missing, then try once more. */
async function tokenByPopup(
  frame: Frame,
  scopes: readonly string[],
  effects: HostEffects,
): Promise<TokenAnswer | "cancelled" | "not-approved"> {
  const first = await effects.token(frame, scopes);
  const isForced = frame.viewer().troubles.signIn === "USER_INTERACTION_REQUIRED";
  if (first.kind === "token" && isForced) {
    return (await effects.ask(frame, "sign-in", scopes)) ? first : "cancelled";
  }
  if (first.kind !== "consent" && first.kind !== "admin-consent") return first;
  const isAgreed = await effects.ask(frame, first.kind, first.scopes);
  if (isAgreed) return effects.token(frame, scopes);
  return first.kind === "admin-consent" ? "not-approved" : "cancelled";
}

/** The failure that is switched on, unless it is one that a popup is meant to resolve. */
function switchedFailure(frame: Frame, method: string): SignInFailure | undefined {
  const { offline, troubles } = frame.viewer();
  if (offline) return "NO_NETWORK";
  if (troubles.signIn === "USER_INTERACTION_REQUIRED" && method === "GetTokenPopup") {
    return undefined;
  }
  return signInFailures.find((failure) => failure === troubles.signIn);
}

async function answerMethod(
  frame: Frame,
  method: string,
  scopes: readonly string[],
  effects: HostEffects,
): Promise<SignInResult> {
  const switched = switchedFailure(frame, method);
  if (switched) {
    return failed(switched, switched.toLowerCase(), "Switched on in the sandbox's host page.");
  }
  if (method === "GetToken") return resultOf(await effects.token(frame, scopes));
  const answer = await tokenByPopup(frame, scopes, effects);
  if (answer === "cancelled") return failed("USER_CANCEL", "user_cancel", "The person said no.");
  return answer === "not-approved" ? notApproved : resultOf(answer);
}

/**
 * Answers one request of MSAL's nested-app bridge, given and returned as parsed JSON.
 * Undefined when the host keeps silent: on purpose, or because it does not know the method.
 */
export async function executeSignIn(
  frame: Frame,
  request: string,
  effects: HostEffects,
): Promise<object | undefined> {
  const { method, requestId, tokenParams } = fieldsOf(parseJson(request));
  if (frame.viewer().troubles.signIn === "silent") return undefined;
  const envelope = { messageType: "NestedAppAuthResponse", requestId };
  const scopes = textOr(fieldsOf(tokenParams)["scope"], "").split(" ").filter(Boolean);
  switch (method) {
    case "GetInitContext":
      return { ...envelope, ...(await initContext(frame, effects)) };
    case "GetToken":
    case "GetTokenPopup":
      return { ...envelope, ...(await answerMethod(frame, method, scopes, effects)) };
    default:
      effects.unknownCall(frame, `nestedAppAuth.execute ${String(method)}`, [request]);
      return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
