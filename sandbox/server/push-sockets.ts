import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { Socket } from "socket.io";
import type { PushHub } from "../graph/push/hub.ts";
import { NOTIFICATIONS } from "../graph/push/routes.ts";

/**
 * Serves a hub over web sockets, as SharePoint does: socket.io 4, the event `notification`, no
 * long polling. A token that is no good is refused, one that expires closes its socket.
 *
 * Clients build the address themselves, `wss://HOST/socket.io/?token=…`, always at the root of the
 * origin. A proxy that serves the sandbox below a path has to pass `/socket.io/` through as well;
 * where it does not, push stays down and nothing else is missing.
 */
export function servePush(server: HttpServer, hub: PushHub): { close(): void } {
  const sockets = new Server(server, {
    serveClient: false,
    transports: ["websocket"],
    allowRequest: (request, answer) => {
      const token = new URL(request.url ?? "/", "http://any").searchParams.get("token") ?? "";
      answer("Forbidden", hub.admit(token) !== undefined);
    },
  });
  sockets.of(NOTIFICATIONS).on("connection", (socket) => attend(socket, hub));
  return {
    close: () => void sockets.engine.close(),
  };
}

function attend(socket: Socket, hub: PushHub): void {
  const token = String(socket.handshake.query["token"] ?? "");
  const end = () => void socket.disconnect(true);
  const stop = hub.listen(token, {
    notify: (notice) => void socket.emit("notification", notice),
    end,
  });
  const ticket = hub.admit(token);
  if (!stop || !ticket) {
    end();
    return;
  }
  const expiry = setTimeout(end, ticket.expiresAt - Date.now());
  socket.on("disconnect", () => {
    clearTimeout(expiry);
    stop();
  });
}
