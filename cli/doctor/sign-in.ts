import { openIdentity } from "#adapters/graph/identity.ts";
import type { Connection } from "../connect/connection.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Check } from "./check.ts";

const toleratedSkewMs = 120_000;

/** Who is signed in, and whether this machine's clock agrees with Microsoft's. */
export async function checkSignIn(connection: Connection): Promise<readonly Check[]> {
  try {
    const me = await openIdentity(connection.graph).me();
    const guest = me.external === true ? ", a guest" : "";
    const detail = `${me.name}${guest}, tenant ${connection.account.tenantId() ?? "unknown"}`;
    return [{ state: "fine", what: "Sign-in", detail, isRequired: true }, checkClock(connection)];
  } catch (failure) {
    return [
      {
        state: "missing",
        what: "Sign-in",
        detail: sentenceAbout(failure),
        isRequired: true,
        costs: "nothing works.",
        mend: "see that this account may sign in to the app, then start again.",
      },
    ];
  }
}

function checkClock(connection: Connection): Check {
  const offsetMs = connection.clockOffsetMs();
  const what = "Clock";
  if (offsetMs === undefined) return { state: "unknown", what, detail: "no answer told the time" };
  const seconds = Math.round(offsetMs / 1000);
  const detail =
    seconds === 0
      ? "agrees with Microsoft's"
      : `this machine is ${Math.abs(seconds)} s ${seconds > 0 ? "behind" : "ahead"}`;
  if (Math.abs(offsetMs) <= toleratedSkewMs) return { state: "fine", what, detail };
  return {
    state: "missing",
    what,
    detail,
    costs: "time boxes and “waiting since” are off on this machine; the record is not.",
    mend: "let the machine set its clock from the network.",
  };
}
