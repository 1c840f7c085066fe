import type { ChatMessage } from "@microsoft/microsoft-graph-types";
import type { Call, Route } from "../call.ts";
import { bodyOf, param } from "../call.ts";
import { refuse } from "../errors.ts";
import { meetingOfChat } from "./chats.ts";

/** What a message may weigh with its cards. */
const LARGEST_BYTES = 28 * 1024;

function postMessage(call: Call) {
  meetingOfChat(call);
  const { world, caller } = call;
  const message = bodyOf(call) as Pick<ChatMessage, "body" | "attachments" | "subject">;
  if (Buffer.byteLength(JSON.stringify(message)) > LARGEST_BYTES)
    refuse(413, "RequestEntityTooLarge", "Request Entity too large");
  if (typeof message.body?.content !== "string")
    return refuse(400, "BadRequest", "Missing body content");
  refuseLooseCards(message.body.content, message);
  const at = world.now();
  const content: ChatMessage = {
    id: String(at),
    messageType: "message",
    createdDateTime: new Date(at).toISOString(),
    lastModifiedDateTime: new Date(at).toISOString(),
    etag: String(at),
    importance: "normal",
    locale: "en-us",
    chatId: param(call, "chat-id"),
    from: {
      user: {
        id: caller.id,
        displayName: caller.displayName,
        userIdentityType: "aadUser",
      },
    } as NonNullable<ChatMessage["from"]>,
    body: message.body,
    attachments: message.attachments ?? [],
    mentions: [],
    reactions: [],
  };
  world.record({
    fact: "message-posted",
    message: {
      id: String(at),
      chatId: param(call, "chat-id"),
      by: caller.id,
      at,
      content: content as Record<string, unknown>,
    },
  });
  return { status: 201, body: content };
}

function refuseLooseCards(html: string, { attachments }: Pick<ChatMessage, "attachments">): void {
  const placed = new Set([...html.matchAll(/<attachment id="([^"]+)">/g)].map((match) => match[1]));
  for (const card of attachments ?? []) {
    if (typeof card.content !== "string")
      refuse(400, "BadRequest", "An attachment's content must be a string.");
    if (!placed.has(card.id ?? ""))
      refuse(400, "BadRequest", "An attachment is not referenced in the message body.");
  }
}

/** Posting to a meeting's chat. */
export const messageRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/chats/{chat-id}/messages",
    scopes: ["ChatMessage.Send", "Chat.ReadWrite"],
    workload: "teams",
    units: 0,
    answer: postMessage,
  },
];
