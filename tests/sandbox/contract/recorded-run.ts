import { createList, entriesOf, startGraph, TECH } from "../graph/graph-fixtures.ts";
import type { Reply, Send } from "../graph/graph-fixtures.ts";

/** One request of the run, and what came back. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly reply: Reply;
}

/** Asks for everything the sandbox's Graph knows, once as it should be and once as it fails. */
export async function recordRun(): Promise<readonly Exchange[]> {
  const bench = startGraph();
  const exchanges: Exchange[] = [];
  const recorded =
    (send: Send): Send =>
    async (method, path, body, headers) => {
      const reply = await send(method, path, body, headers);
      exchanges.push({ method, path: path.replace("https://graph.microsoft.com/v1.0", ""), reply });
      return reply;
    };
  const consent = (name: string, scopes: readonly string[]) =>
    bench.graph.world.record({
      fact: "scopes-consented",
      personId: bench.person(name).id,
      scopes,
    });
  consent("Sofia", [
    "Tasks.ReadWrite",
    "ChatMessage.Send",
    "Presence.Read.All",
    "OnlineMeetings.Read",
  ]);
  const sofia = recorded(bench.as("Sofia"));
  const stranger = recorded(bench.as("Priya"));
  const guest = recorded(bench.as("Daniel"));

  await people(sofia, guest, bench.person("Kwame").id);
  await meeting(sofia, guest, stranger);
  await listsAndColumns(sofia, stranger);
  await items(sofia);
  const amara = recorded(bench.as("Amara"));
  await sitePermissions(amara, sofia);
  await applications(amara, sofia);
  await planner(sofia, bench.person("Kwame").id);
  bench.advance(900_000);
  await search(sofia);
  await sofia("POST", "/$batch", {
    requests: [
      { id: "1", method: "GET", url: "/me" },
      { id: "2", method: "GET", url: "/users/nobody" },
    ],
  });
  return exchanges;
}

async function people(send: Send, guest: Send, other: string) {
  await send("GET", "/me");
  await send("GET", "/me?$select=id,displayName,department,jobTitle");
  await send("GET", `/users/${other}`);
  await send(
    "GET",
    `/users/${other}?$select=id,department&$expand=manager($select=id,displayName)`,
  );
  await send("GET", `/users?$filter=id in ('${other}')&$select=id,displayName,mail`);
  await send("GET", "/users?$top=2");
  await guest("GET", "/users");
  await send("GET", "/users/00000000-0000-4000-8000-000000000000");
  await send("GET", "/me/photos/48x48/$value");
  await send("GET", `/users/${other}/photo/$value`);
  await send("GET", `/users/${other}/photos/48x48/$value`);
  await send("GET", "/users/10000000-0000-4000-8000-000000000004/photos/48x48/$value");
  await send("POST", "/communications/getPresencesByUserId", { ids: [other] });
}

async function meeting(send: Send, guest: Send, stranger: Send) {
  const chat = "/chats/19:meeting_NmY3MmU0YjgtZm9yZWNhc3Rpbmc@thread.v2";
  await send("GET", chat);
  await send("GET", `${chat}?$expand=members`);
  await send("GET", `${chat}/members`);
  await guest("GET", `${chat}/members`);
  await stranger("GET", "/chats/19:meeting_unknown@thread.v2");
  await send("GET", "/chats/19:meeting_NmY3MmU0YjgtYWxsLWhhbmRz@thread.v2/members?$skiptoken=200");
  await send("POST", `${chat}/messages`, {
    body: { contentType: "html", content: '<attachment id="a1"></attachment>' },
    attachments: [
      { id: "a1", contentType: "application/vnd.microsoft.card.adaptive", content: "{}" },
    ],
  });
  const span = "startDateTime=2026-09-14T00:00:00Z&endDateTime=2026-09-15T00:00:00Z";
  const events = await send("GET", `/me/calendarView?${span}`);
  await send("GET", `/me/calendar/calendarView?${span}`);
  await send("GET", `/me/calendarView?${span}&$filter=isOnlineMeeting eq true`);
  const online = entriesOf(events)[0]?.["onlineMeeting"] as { joinUrl: string } | undefined;
  const filter = encodeURIComponent(`JoinWebUrl eq '${online?.joinUrl}'`);
  await send("GET", `/me/onlineMeetings?$filter=${filter}`);
}

async function listsAndColumns(send: Send, stranger: Send) {
  await send("GET", "/sites?search=technology");
  await send("GET", `/sites/${TECH}`);
  await stranger("GET", `/sites/${TECH}`);
  await send("GET", "/sites/larkfield.sharepoint.com:/sites/technology-decisions");
  const list = await createList(send, "Recorded");
  await createList(send, "Short-lived");
  await send("GET", `/sites/${TECH}/lists`);
  await send("GET", `${list}?$expand=columns`);
  await stranger("GET", list);
  await send("PATCH", list, { description: "Changed" });
  const added = await send("POST", `${list}/columns`, { name: "Extra", text: {} });
  await send("GET", `${list}/columns`);
  await send("GET", `${list}/columns/${String(added.body["id"])}`);
  await send("PATCH", `${list}/columns/${String(added.body["id"])}`, { description: "More" });
  await send("DELETE", `${list}/columns/${String(added.body["id"])}`);
  await send("DELETE", `/sites/${TECH}/lists/Short-lived`);
}

async function sitePermissions(send: Send, owner: Send) {
  const path = `/sites/${TECH}/permissions`;
  const application = { id: "90000000-0000-4000-8000-000000000001", displayName: "Quorate" };
  const wish = { roles: ["write"], grantedToIdentities: [{ application }] };
  const { body } = await send("POST", path, wish);
  await owner("POST", path, wish);
  await send("POST", path, { ...wish, roles: ["admin"] });
  await send("GET", path);
  await send("GET", `${path}/${String(body["id"])}`);
  await send("PATCH", `${path}/${String(body["id"])}`, { roles: ["read"] });
  await send("DELETE", `${path}/${String(body["id"])}`);
  await send("GET", `${path}/${String(body["id"])}`);
}

async function applications(send: Send, other: Send) {
  await send("GET", "/organization");
  await send("GET", "/me/memberOf");
  await other("GET", "/me/memberOf");
  await send("GET", "/me/transitiveMemberOf");
  const made = await send("POST", "/applications", { displayName: "Made" });
  const { id, appId } = made.body as { id: string; appId: string };
  await send("POST", "/applications", { displayName: "" });
  await send("GET", "/applications?$filter=displayName eq 'Made'");
  for (const path of [`/applications/${id}`, `/applications(appId='${appId}')`]) {
    await send("GET", path);
    await send("PATCH", path, { spa: { redirectUris: ["brk-multihub://quorate.example"] } });
  }
  const present = await send("POST", "/servicePrincipals", { appId });
  await send("POST", "/servicePrincipals", { appId });
  await send("GET", `/servicePrincipals/${String(present.body["id"])}`);
  const found = await send("GET", "/servicePrincipals?$filter=displayName eq 'Microsoft Graph'");
  const grant = await send("POST", "/oauth2PermissionGrants", {
    clientId: present.body["id"],
    consentType: "AllPrincipals",
    resourceId: entriesOf(found)[0]?.["id"],
    scope: "User.Read",
  });
  await send("GET", "/oauth2PermissionGrants");
  const path = `/oauth2PermissionGrants/${String(grant.body["id"])}`;
  await send("GET", path);
  await send("PATCH", path, { scope: "User.Read Sites.Selected" });
  await send("DELETE", path);
  await send("GET", path);
}

async function search(send: Send) {
  for (const queryString of ["changed", "nowhere"])
    await send("POST", "/search/query", {
      requests: [{ entityTypes: ["listItem"], query: { queryString } }],
    });
}

async function planner(send: Send, other: string) {
  const group = "20000000-0000-4000-8000-000000000002";
  await send("GET", `/groups/${group}/planner/plans`);
  await send("GET", "/me/planner/plans");
  const container = { url: `https://graph.microsoft.com/v1.0/groups/${group}` };
  const plan = await send("POST", "/planner/plans", { container, title: "Made" });
  const planId = plan.body["id"];
  await send("GET", `/planner/plans/${String(planId)}`);
  const bucket = await send("POST", "/planner/buckets", { name: "To do", planId });
  const assignment = { "@odata.type": "#microsoft.graph.plannerAssignment", orderHint: " !" };
  const task = await send("POST", "/planner/tasks", {
    planId,
    bucketId: bucket.body["id"],
    title: "Ask for offers",
    dueDateTime: "2026-10-01T12:00:00Z",
    assignments: { [other]: assignment },
  });
  await send("POST", "/planner/tasks", { planId, title: "" });
  await send("GET", `/planner/plans/${String(planId)}/buckets`);
  await send("GET", `/planner/plans/${String(planId)}/tasks`);
  const path = `/planner/tasks/${String(task.body["id"])}`;
  const seen = { prefer: "return=representation" };
  const tagOf = async (at: string) => String((await send("GET", at)).body["@odata.etag"]);
  await send("PATCH", path, { title: "Ask" });
  const match = { "if-match": await tagOf(path), ...seen };
  await send("PATCH", path, { percentComplete: 100 }, match);
  const references = {
    "https%3A//quorate%2Eexample/log": {
      "@odata.type": "#microsoft.graph.plannerExternalReference",
      alias: "Decision",
    },
  };
  const detailsMatch = { "if-match": await tagOf(`${path}/details`), ...seen };
  await send("PATCH", `${path}/details`, { description: "Why", references }, detailsMatch);
  await send("DELETE", path, undefined, { "if-match": await tagOf(path) });
}

async function items(send: Send) {
  const list = `/sites/${TECH}/lists/Recorded`;
  const fields = {
    Title: "One",
    EventId: "1",
    Score: 3,
    Final: true,
    Due: "2026-10-01T12:00:00Z",
    LeadLookupId: "6",
    "OthersLookupId@odata.type": "Collection(Edm.Int32)",
    OthersLookupId: [6],
  };
  await send("POST", `${list}/items`, { fields });
  await send("POST", `${list}/items`, { fields });
  await send("POST", `${list}/items`, { fields: { Title: "Two" } });
  await send("GET", `${list}/items?$expand=fields($select=Title,Score)&$top=1`);
  await send("GET", `${list}/items?$filter=fields/Payload eq 'x'`);
  await send("GET", `${list}/items/1?$expand=fields`);
  await send("GET", `${list}/items/99`);
  await send("GET", `${list}/items/1/fields`);
  await send("PATCH", `${list}/items/1/fields`, { Title: "Changed" });
  await send("PATCH", `${list}/items/1/fields`, { Title: "Late" }, { "if-match": '"x,1"' });
  await send("GET", `${list}/items/1/versions`);
  await send("GET", `/sites/${TECH}/lists/User Information List/items?$expand=fields`);
  await send("GET", `${list}/subscriptions/socketIo`);
  await send("DELETE", `${list}/items/2`);
  await send("GET", `${list}/items/delta?$expand=fields`);
  await send("GET", `${list}/items/delta()?token=latest`);
}
