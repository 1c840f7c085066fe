import { StoreError } from "#flows/store-error.ts";
import { Notice } from "#surfaces/entrance/notice.tsx";
import { adviceFor } from "#surfaces/shared/advice.ts";
import type { Tenant } from "#main/tenant/tenant.ts";

/** For people who joined the meeting without an account. */
export const signedOut = (
  <Notice title="You are here without an account">
    Quorate shows decisions to people who are signed in. Ask the facilitator to write down what you
    say on your behalf, or join the meeting again with your account.
  </Notice>
);

/** For a tab that is not in a meeting's chat. */
export const noMeeting = (
  <Notice title="Open Quorate in a meeting">
    There is no meeting chat around this tab. Add Quorate to a scheduled meeting, then open it in
    the meeting's details or in the side panel.
  </Notice>
);

/** For the log in a plain browser, before anybody is signed in. */
export const signInFirst = ({ signIn }: { signIn: () => Promise<void> }) => (
  <Notice title="Sign in to see the decisions" action={{ label: "Sign in", act: signIn }}>
    You are outside Microsoft Teams. Sign in with your work account to read the decisions you have
    access to.
  </Notice>
);

/** For a tab whose settings were never saved. */
export const notSetUp = (
  <Notice title="This tab is not set up yet">
    Nobody has chosen where decisions are kept. Ask the organizer to open the tab's settings, choose
    a site and save.
  </Notice>
);

/** For a log whose tab does not say where decisions are kept. */
export const noPlace = (
  <Notice title="No decisions to show yet">
    This page does not say where decisions are kept. Open the log from a meeting where Quorate is
    set up, or ask your administrator to name the lists in Quorate’s settings.
  </Notice>
);

/** For a deployment whose config.json is missing or wrong: only its administrator can mend it. */
function misconfigured(problem: string, again: () => Promise<void>) {
  return (
    <Notice
      title="Quorate is not set up right on its web server"
      action={{ label: "Try again", act: again }}
      detail={problem}
    >
      Its settings, config.json, cannot be used. Send the line below to whoever put Quorate on the
      web server.
    </Notice>
  );
}

/** For people who joined from another organization than the one whose decision it is. */
function fromElsewhere(detail: string, again: () => Promise<void>) {
  return (
    <Notice
      title="You are here from another organization"
      action={{ label: "Try again", act: again }}
      detail={detail}
    >
      Decisions are kept in the tenant of the people who meet, and your account is not in it. Ask
      the organizer to invite you as a guest. Until then, the facilitator can write down what you
      say.
    </Notice>
  );
}

/** What failed, and the one thing that helps: to allow access, or to try again. */
export function failureNotice(
  failure: unknown,
  { again, tenant }: { again: () => Promise<void>; tenant: Tenant | undefined },
) {
  if (!(failure instanceof StoreError)) throw failure;
  const { kind, details, message } = failure;
  if (details.code === "config") return misconfigured(message, again);
  if (details.code === "other-tenant") return fromElsewhere(message, again);
  const scopes = details.scopes ?? [];
  if (kind === "consent-needed" && tenant !== undefined && scopes.length > 0) {
    const allow = async (): Promise<void> => {
      await tenant.askConsent(scopes).catch(() => undefined);
      await again();
    };
    return (
      <Notice
        title="Quorate needs your permission"
        action={{ label: "Allow access", act: allow }}
        detail={`Permission asked for: ${scopes.join(", ")}`}
      >
        To open this decision, Quorate reads and writes its lists with your own account. If you
        cannot allow it yourself, ask your Teams administrator.
      </Notice>
    );
  }
  const detail = [details.code, details.requestId && `Request ${details.requestId}`]
    .filter(Boolean)
    .join(" · ");
  return (
    <Notice
      title="This cannot be opened yet"
      action={{ label: "Try again", act: again }}
      detail={detail || message}
    >
      {adviceFor(failure)}
    </Notice>
  );
}
