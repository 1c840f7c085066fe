/** What is heard of one connection. Nothing follows `onDown`. */
export interface ConnectionEvents {
  readonly onUp: () => void;
  /** Something changed. What it carries comes from outside and may be anything, or missing. */
  readonly onNotice: (payload: unknown) => void;
  /** Refused, broken off, or never there: this connection is of no more use. */
  readonly onDown: () => void;
}

/** Connects to a notification address, calls back later, never throws; the answer closes. */
export type Connect = (address: string, events: ConnectionEvents) => () => void;

/**
 * Connects with socket.io, which is loaded when first needed. The path of the address,
 * `/notifications`, is to socket.io a namespace; its query, with the token, goes to the engine.
 * Long polling is refused by the service, so web sockets only. Connecting again is left to the
 * caller: the library would go on trying an address that has expired.
 *
 * @see https://learn.microsoft.com/graph/api/subscriptions-socketio
 */
export const connectBySocket: Connect = (address, { onUp, onNotice, onDown }) => {
  let isClosed = false;
  let disconnect = () => {};
  const open = async () => {
    const { io } = await import("socket.io-client");
    if (isClosed) return;
    // One address, one token: connections to the same host may not be shared.
    const socket = io(address, { transports: ["websocket"], reconnection: false, forceNew: true });
    socket.on("connect", onUp);
    socket.on("notification", onNotice);
    socket.on("connect_error", onDown);
    socket.on("disconnect", onDown);
    disconnect = () => void socket.disconnect();
  };
  open().catch(onDown);
  return () => {
    isClosed = true;
    disconnect();
  };
};
