import type { Person } from "../directory/directory.ts";
import type { GraphService } from "../graph/service.ts";
import { needsAdministrator } from "../graph/applications/consent-policy.ts";
import { issueToken } from "../graph/tokens.ts";
import type { Html } from "../list-pages/cell.ts";
import type { Grants } from "./grants.ts";
import { approvalPage, choosingPage, consentPage, refusalPage } from "./pages.ts";
import { type Wish, wayBack } from "./wish.ts";

/** The people of the directory who are named; the generated ones sign in by their hint only. */
const MOST_PEOPLE = 12;

/** What the authorization endpoint does next: shows a page, or goes back to the one that asked. */
export type Step = { readonly page: Html; readonly status?: 400 } | { readonly back: string };

/** What somebody has answered on the pages so far. */
export interface Said {
  readonly person?: string | undefined;
  readonly answer?: string | undefined;
}

/** Who signs in, whether they consent, and then a code: one page at a time. */
export function authorize(
  world: GraphService["world"],
  grants: Grants,
  wish: Wish,
  said: Said,
): Step {
  const { directory } = world;
  const everybody = [...directory.people.values()];
  const person =
    said.person === undefined
      ? everybody.find(({ userPrincipalName }) => userPrincipalName === wish.login_hint)
      : directory.people.get(said.person);
  if (person === undefined) return { page: choosingPage(everybody.slice(0, MOST_PEOPLE)) };
  const issued = issueToken(world, person, wish.scope.split(" "));
  const hurdle =
    "error" in issued
      ? hurdleOf(world, wish, person, { ...issued, answer: said.answer })
      : undefined;
  return hurdle ?? { back: wayBack(wish, { code: grants.giveCode(person, wish) }) };
}

interface Lacking {
  readonly error: string;
  readonly scopes: readonly string[];
  readonly answer: string | undefined;
}

/** What stands between a person and the code; undefined once they have consented. */
function hurdleOf(
  world: GraphService["world"],
  wish: Wish,
  person: Person,
  { error, scopes, answer }: Lacking,
): Step | undefined {
  const declined = (code: string, sentence: string) =>
    wayBack(wish, { error: "access_denied", error_description: `${code}: ${sentence}` });
  if (error === "invalid_scope") {
    const sentence = `The scope ${scopes.join(" ")} is not valid.`;
    return { page: refusalPage({ code: "AADSTS70011", sentence }), status: 400 };
  }
  const admins = needsAdministrator(world, person, scopes);
  if (admins.length > 0) {
    const back = declined("AADSTS90094", "An administrator has to consent.");
    return { page: approvalPage(person, admins, back) };
  }
  if (answer === "cancel") {
    return { back: declined("AADSTS65004", "The resource owner declined consent.") };
  }
  if (answer !== "accept") return { page: consentPage(person, scopes) };
  world.record({ fact: "scopes-consented", personId: person.id, scopes });
  return undefined;
}
