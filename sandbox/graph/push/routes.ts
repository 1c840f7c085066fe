import type { Answer, Call, Route } from "../call.ts";
import { secondsOf } from "../call.ts";
import { notFound, refuse } from "../errors.ts";
import { listOf, READ_SCOPES } from "../sharepoint/access.ts";

const FILE_SCOPES = [
  "Files.Read",
  "Files.ReadWrite",
  "Files.Read.All",
  "Files.ReadWrite.All",
  ...READ_SCOPES,
];
/** Where sockets of a list's changes are taken in: to socket.io, the path is a namespace. */
export const NOTIFICATIONS = "/notifications";

function subscribe(call: Call): Answer {
  const { site, list } = listOf(call);
  const { world, caller, pagesUrl } = call;
  if (!world.behaviour.pushUp) notSupported();
  if (call.selectedOnly && !world.behaviour.pushUnderSelected)
    refuse(403, "accessDenied", "Access denied");
  const { tenant } = world.directory;
  const webId = site.id.split(",")[2] ?? "";
  const ticket = world.push.issue({
    personId: caller.id,
    listId: list.head.id,
    place: { tenantId: tenant.id, siteUrl: `/${site.path}`, webId },
  });
  // The browser opens the socket itself: it needs our origin as it sees it, whatever lies between.
  const address = new URL(NOTIFICATIONS, pagesUrl);
  address.searchParams.set("token", ticket.token);
  address.searchParams.set("applicationId", tenant.clientId);
  return {
    status: 200,
    body: {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity",
      id: ticket.id,
      clientState: ticket.clientState,
      expirationDateTime: secondsOf(ticket.expiresAt),
      notificationUrl: address.href,
    },
  };
}

function notSupported(): never {
  return refuse(400, "notSupported", "Operation not supported");
}

const shape = { method: "GET", workload: "sharepoint", units: 1 } as const;

/** Forms for files. Nobody in this tenant has a drive. */
const driveForms = [
  "/me/drive/root",
  "/drives/{drive-id}/root",
  "/drives/{drive-id}/list",
  "/groups/{group-id}/drive/root",
].map((of) => ({
  ...shape,
  path: `${of}/subscriptions/socketIo`,
  scopes: FILE_SCOPES,
  answer: () => notFound(),
}));

/**
 * Sockets that tell of changes. The plain form is documented for lists; the form over a list's
 * drive works for document libraries, which the lists here are not.
 *
 * @see https://learn.microsoft.com/graph/api/resources/list
 * @see https://learn.microsoft.com/graph/api/subscriptions-socketio
 */
export const pushRoutes: readonly Route[] = [
  {
    ...shape,
    path: "/sites/{site-id}/lists/{list-id}/subscriptions/socketIo",
    scopes: READ_SCOPES,
    answer: subscribe,
  },
  {
    ...shape,
    path: "/sites/{site-id}/lists/{list-id}/drive/root/subscriptions/socketIo",
    scopes: FILE_SCOPES,
    answer: (call) => {
      listOf(call);
      return notSupported();
    },
  },
  ...driveForms,
];
