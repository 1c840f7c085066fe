import * as v from "valibot";
import { StoreError } from "#flows/store-error.ts";
import { batch } from "./batch.ts";
import { type Graph, type GraphCall, parseAnswer } from "./client.ts";
import { scopes } from "./token-source.ts";

const User = v.object({
  id: v.pipe(v.string(), v.toLowerCase()),
  displayName: v.nullish(v.string()),
  mail: v.nullish(v.string()),
  userPrincipalName: v.nullish(v.string()),
  department: v.nullish(v.string()),
  jobTitle: v.nullish(v.string()),
});
/** Somebody the directory knows; what may not be read is simply absent. */
export type DirectoryUser = v.InferOutput<typeof User>;

/** What the directory told. */
export interface Known {
  readonly users: readonly DirectoryUser[];
  /** Whether departments and titles could be asked for. */
  readonly hasDepartments: boolean;
  /** Whether all that lacks for them is somebody's consent. */
  readonly lacksConsent: boolean;
}

/** The directory takes at most 15 values in one filter. */
const perFilter = 15;
const perBatch = 20;
const select = "id,displayName,mail,userPrincipalName";

/**
 * Looks people up by id and by mail: 300 of them in one request. Without `User.Read.All` names and
 * mails still come, departments do not.
 *
 * @see https://learn.microsoft.com/graph/api/user-list
 */
export async function lookUp(
  graph: Graph,
  ids: readonly string[],
  mails: readonly string[],
): Promise<Known> {
  if (ids.length + mails.length === 0) {
    return { users: [], hasDepartments: true, lacksConsent: false };
  }
  let lacksConsent = false;
  try {
    const columns = `${select},department,jobTitle`;
    const users = await lookUpWith(graph, ids, mails, columns, scopes.departments);
    return { users, hasDepartments: true, lacksConsent };
  } catch (failure) {
    const isDenied =
      failure instanceof StoreError &&
      (failure.kind === "consent-needed" || failure.kind === "forbidden");
    if (!isDenied) throw failure;
    lacksConsent = failure.kind === "consent-needed";
  }
  const users = await lookUpWith(graph, ids, mails, select, scopes.people);
  return { users, hasDepartments: false, lacksConsent };
}

async function lookUpWith(
  graph: Graph,
  ids: readonly string[],
  mails: readonly string[],
  columns: string,
  needed: readonly string[],
): Promise<readonly DirectoryUser[]> {
  const filters = [...filtersOf("id", ids), ...filtersOf("mail", mails)].slice(0, perBatch);
  const calls = filters.map((filter): GraphCall => ({
    path: `/users?$filter=${encodeURIComponent(filter)}&$select=${columns}`,
    scopes: needed,
  }));
  const answers = await batch(graph, calls);
  return answers.flatMap((answer) => {
    if (!answer.ok) throw answer.failure;
    const { value } = parseAnswer(v.object({ value: v.array(v.unknown()) }), answer.body, "/users");
    return value.map((user) => parseAnswer(User, user, "/users"));
  });
}

function filtersOf(property: "id" | "mail", values: readonly string[]): readonly string[] {
  const filters: string[] = [];
  for (let start = 0; start < values.length; start += perFilter) {
    const some = values.slice(start, start + perFilter);
    const literals = some.map((value) => `'${value.replaceAll("'", "''")}'`);
    filters.push(`${property} in (${literals.join(",")})`);
  }
  return filters;
}
