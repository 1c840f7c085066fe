import { describe, expect, it } from "vitest";
import catalogue from "../../../sandbox/graph/applications/scopes.json" with { type: "json" };
import { routeFinder } from "../../../sandbox/graph/router.ts";
import { routes } from "../../../sandbox/graph/routes.ts";
import { answering, faultsOfAnswer, readContract, readExamples } from "./contract.ts";
import type { Operation } from "./contract.ts";
import { recordRun } from "./recorded-run.ts";

type Contract = NonNullable<ReturnType<typeof readContract>>;
const contract = readContract();
const skipped = contract
  ? ""
  : " (skipped: Microsoft's description does not lie beside the project)";

/** Documented on Microsoft's pages, absent from the description that machines read. */
const BY_DOCUMENT = new Set([
  "GET /sites/{site-host}:/{site-path}",
  "POST /communications/getPresencesByUserId",
]);
/** Apps, their consents and the tenant: on Microsoft's pages, left out of the description. */
const isRegistry = (path: string) =>
  /^\/(applications|servicePrincipals|oauth2PermissionGrants|organization)\b/.test(path);
const principal = { $ref: "#/components/schemas/microsoft.graph.servicePrincipal" };
/** Calls that are not described, with the schema that is. */
const bySchema: Readonly<Record<string, Operation>> = {
  "GET /servicePrincipals": answering({ ...principal, "x-collection": true }),
  "POST /servicePrincipals": answering(principal),
  "GET /servicePrincipals/{servicePrincipal-id}": answering(principal),
};
/** On Microsoft's pages of lists and of sockets for changes, and nowhere else. */
const isPush = (path: string) => path.endsWith("/subscriptions/socketIo");
/** Scopes on Microsoft's page of permissions that no call in the data needs. */
const SCOPES_BY_PAGE = new Set([
  "ChannelMember.Read.All",
  "DelegatedPermissionGrant.ReadWrite.All",
]);
/** On Microsoft's pages, absent from the permissions data. */
const SCOPES_BY_DOCUMENT = new Set([
  ...BY_DOCUMENT,
  "PATCH /sites/{site-id}/lists/{list-id}",
  "DELETE /sites/{site-id}/lists/{list-id}",
  "POST /sites/{site-id}/permissions",
  "PATCH /sites/{site-id}/permissions/{permission-id}",
  "DELETE /sites/{site-id}/permissions/{permission-id}",
]);
const described = (path: string) => (path.endsWith("/items/delta") ? `${path}()` : path);
/** Selected scopes open what lies below a site or a list: said on a page, not in the data. */
const isSelected = ({ overlay }: Contract["permissions"], scope: string, path: string) =>
  overlay.selected.rules.some(
    (rule) =>
      rule.scope === scope &&
      new RegExp(rule.path).test(path) &&
      !(rule.not !== undefined && new RegExp(rule.not).test(path)),
  );
const find = routeFinder(routes);

describe.skipIf(!contract)(`the sandbox's Graph against Microsoft's description${skipped}`, () => {
  const { description, permissions } = contract ?? ({} as Contract);

  it("has only paths and methods that Microsoft describes", () => {
    const strange = routes
      .map(({ method, path }) => ({ key: `${method} ${path}`, method, path: described(path) }))
      .filter(({ key, path }) => !BY_DOCUMENT.has(key) && !isPush(key) && !isRegistry(path))
      .filter(({ method, path }) => !description.paths[path]?.[method.toLowerCase()]);

    expect(strange).toEqual([]);
  });

  it("has the scopes by Microsoft's ids, and who may consent to them", () => {
    const strange = catalogue.graph.filter(({ value, id, consent }) => {
      const listed = permissions.scopes[value];
      if (!listed) return !SCOPES_BY_PAGE.has(value);
      return listed.id !== id || listed.adminConsent !== (consent === "administrator");
    });

    expect(strange).toEqual([]);
  });

  it("lets in only scopes that Microsoft lists for the call", () => {
    const strange = routes
      .filter(({ method, path }) => !SCOPES_BY_DOCUMENT.has(`${method} ${path}`))
      .filter(({ path }) => !isPush(path) && !isRegistry(path))
      .flatMap(({ method, path, scopes }) => {
        const listed = permissions.paths[described(path)]?.[method]?.all ?? [];
        return scopes
          .filter((scope) => !listed.includes(scope) && !isSelected(permissions, scope, path))
          .map((scope) => `${method} ${path}: ${scope}`);
      });

    expect(strange).toEqual([]);
  });

  it("answers every call in Microsoft's shape, refusals too", async () => {
    const run = await recordRun();
    const faults = run.flatMap(({ method, path, reply }) => {
      const match = find(method, new URL(path, "https://graph.microsoft.com").pathname);
      const route = match?.route.path ?? path;
      const operation =
        description.paths[described(route)]?.[method.toLowerCase()] ??
        bySchema[`${method} ${route}`];
      if (!operation) return [];
      const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
      const body = isJson ? reply.body : undefined;
      return faultsOfAnswer(description, operation, reply.status, body).map(
        (fault) => `${method} ${path} → ${reply.status}: ${fault}`,
      );
    });

    expect(faults).toEqual([]);
  });

  it("would notice a property Microsoft does not know, and one of the wrong type", () => {
    const operation = description.paths["/sites/{site-id}"]?.["get"] ?? { responses: {} };

    expect(faultsOfAnswer(description, operation, 200, { id: "1", colour: "red" })).toHaveLength(1);
    expect(faultsOfAnswer(description, operation, 200, { id: 1 })).toHaveLength(1);
    expect(faultsOfAnswer(description, operation, 200, { id: "1", root: {} })).toEqual([]);
  });

  it("is measured by a rule that takes what Microsoft's own pages show, all but a few", () => {
    const judged = readExamples().flatMap(({ method, path, status, resBody }) => {
      const route = find(method, decodeURI(new URL(path, "https://graph.microsoft.com").pathname));
      const operation =
        description.paths[described(route?.route.path ?? "")]?.[method.toLowerCase()];
      return operation ? [faultsOfAnswer(description, operation, status, resBody)] : [];
    });

    // Some of the published examples contradict the published model.
    expect(judged.length).toBeGreaterThan(10);
    expect(judged.filter((faults) => faults.length > 0).length).toBeLessThanOrEqual(4);
  });

  it("was asked for every path it knows, with success but for drives, which nobody has", async () => {
    const run = await recordRun();
    const succeeded = new Set(
      run
        .filter(({ reply }) => reply.status < 300)
        .map(({ method, path }) =>
          find(method, new URL(path, "https://graph.microsoft.com").pathname),
        )
        .map((match) => `${match?.route.method} ${match?.route.path}`),
    );

    expect(
      routes
        .filter(({ path }) => !(isPush(path) && path.includes("/drive")))
        .map(({ method, path }) => `${method} ${path}`)
        .filter((key) => !succeeded.has(key)),
    ).toEqual([]);
  });
});
