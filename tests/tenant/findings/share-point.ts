import { browserWorld } from "#adapters/browser/world.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { addressOf } from "#adapters/sharepoint/rest/site-rest.ts";
import type { Trial, TrialPerson } from "../trial.ts";
import { type Answer, type Probe, ask, below, eventRow } from "./finding.ts";

const page = "https://quorate.example.com";

/** Whether SharePoint lets somebody write a row in another one's name. */
export const forgedAuthor: Probe = {
  question: "ValidateUpdateListItem with another author: as a member, as an owner",
  async find(trial) {
    const list = await trial.makeList("Decision events");
    const body = eventRow(browserWorld.newId());
    const path = `${listPath(list)}/items`;
    const made = await ask(trial, trial.owner, { method: "POST", path, body });
    const id = (made?.body as { readonly id?: string } | undefined)?.id ?? "1";
    const row = `web/lists(guid'${list.listId}')/items(${id})`;
    const forge = async (person: TrialPerson, as: TrialPerson) => {
      const value = JSON.stringify([{ Key: as.loginName }]);
      const formValues = [{ FieldName: "Author", FieldValue: value }];
      const form = { formValues, bNewDocumentUpdate: true };
      const answer = await restOf(trial, person, `${row}/ValidateUpdateListItem`, form);
      const now = await ask(trial, person, { path: `${path}/${id}?$select=createdBy` });
      const { createdBy } = (now?.body ?? {}) as Written;
      return { answer, found: `${verdict(answer)}, by ${createdBy?.user?.displayName ?? "?"} now` };
    };
    // Who made it is the owner: to put the member there is a forgery by either of them.
    const byMember = await forge(trial.member, trial.member);
    const byOwner = await forge(trial.owner, trial.member);
    return {
      found: `made by ${trial.owner.name}; as a member: ${byMember.found}; as an owner: ${byOwner.found}`,
      seen: [byMember.answer, byOwner.answer].flatMap((answer) => answer?.line ?? []),
      ...(trial.member === trial.owner && { how: "Run again without --alone." }),
    };
  },
};

interface Written {
  readonly createdBy?: { readonly user?: { readonly displayName?: string } };
}

/** What SharePoint tells a browser of another origin that asks whether it may ask. */
export const crossOriginRest: Probe = {
  question: "SharePoint's REST from a page of another origin, with a token of nested sign-in",
  async find(trial) {
    const { base } = addressOf(trial.site);
    const preflight = await trial
      .fetch(
        new Request(`${base}/_api/web`, {
          method: "OPTIONS",
          headers: {
            origin: page,
            "access-control-request-method": "GET",
            "access-control-request-headers": "authorization,accept",
          },
        }),
      )
      .catch((failure: unknown) => String(failure));
    const answer = await restOf(trial, trial.owner, "web?$select=Title");
    const allowed =
      typeof preflight === "string"
        ? preflight
        : `${preflight.status}, allow-origin ${preflight.headers.get("access-control-allow-origin") ?? "none"}`;
    return {
      found: `asked beforehand: ${allowed}; with a token from here: ${verdict(answer)}`,
      seen: answer === undefined ? [] : [answer.line],
      how: "In Teams, on the web and on the desktop: open Setup, choose the site, press Apply. “By hand” there means refused.",
    };
  },
};

/** Which of an answer's headers a page may read. */
export const readableHeaders: Probe = {
  question: "Retry-After on a 429, as the browser may read it",
  async find(trial) {
    const headers = { origin: page };
    const answer = await ask(trial, trial.owner, { path: below(trial, "?$select=id"), headers });
    const exposed = answer?.header("access-control-expose-headers");
    const isNamed = /(?:^|,)\s*(?:retry-after|\*)\s*(?:,|$)/iu.test(exposed ?? "");
    return {
      found:
        exposed === undefined
          ? "the answer names no header that a page may read"
          : `Retry-After is ${isNamed ? "" : "not "}among the headers a page may read`,
      seen: answer === undefined ? [] : [answer.line, `exposed: ${exposed ?? "none"}`],
      how: "A real 429 is not provoked here: it would slow everybody's apps down.",
    };
  },
};

async function restOf(
  trial: Trial,
  person: TrialPerson,
  path: string,
  body?: object,
): Promise<Answer | undefined> {
  const { base, scopes } = addressOf(trial.site);
  return await ask(trial, person, {
    path: `${base}/_api/${path}`,
    scopes,
    headers: { accept: "application/json;odata=nometadata" },
    ...(body && { method: "POST", body }),
  });
}

function verdict(answer: Answer | undefined): string {
  if (answer === undefined) return "not tried, no permission for SharePoint itself";
  if (answer.status === 501) return "not known to the sandbox";
  return String(answer.status);
}
