import * as v from "valibot";
import type { MeetingKey } from "#domain/ids.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Graph, callGraph, parseAnswer } from "./client.ts";
import { pages } from "./pages.ts";
import { scopes } from "./token-source.ts";

/** Somebody in the meeting's chat, before it is known who they are in the directory. */
export interface ChatMember {
  /** Absent for people who joined without an Entra identity. */
  readonly userId?: string;
  readonly tenantId?: string;
  readonly name?: string;
  readonly mail?: string;
  readonly isGuest: boolean;
  readonly how: "entra" | "anonymous" | "phone" | "other";
}

const Member = v.object({
  "@odata.type": v.optional(v.string(), ""),
  roles: v.nullish(v.array(v.string())),
  displayName: v.nullish(v.string()),
  userId: v.nullish(v.string()),
  tenantId: v.nullish(v.string()),
  email: v.nullish(v.string()),
});

/**
 * Everybody in the chat of a meeting: who was invited and who joined.
 *
 * @throws StoreError `not-found` for a channel meeting, whose members Graph keeps elsewhere;
 *   `forbidden` for guests and for people who are not in the chat.
 * @see https://learn.microsoft.com/graph/api/chat-list-members
 */
export async function readMembers(graph: Graph, chat: MeetingKey): Promise<readonly ChatMember[]> {
  if (chat.endsWith("@thread.tacv2")) {
    throw new StoreError("not-found", "A meeting in a channel has no chat of its own");
  }
  const path = `/chats/${encodeURIComponent(chat)}/members`;
  const { values } = await pages(graph, { path, scopes: scopes.chat });
  return values.map((value) => memberOf(parseAnswer(Member, value, path)));
}

const Chat = v.object({
  onlineMeetingInfo: v.nullish(
    v.object({ organizer: v.nullish(v.object({ id: v.nullish(v.string()) })) }),
  ),
});

/** The Entra id of who organizes the meeting of a chat, where Graph tells it. */
export async function readOrganizerId(graph: Graph, chat: MeetingKey): Promise<string | undefined> {
  const path = `/chats/${encodeURIComponent(chat)}`;
  const { onlineMeetingInfo } = await callGraph(graph, Chat, { path, scopes: scopes.chat });
  return onlineMeetingInfo?.organizer?.id ?? undefined;
}

function memberOf(member: v.InferOutput<typeof Member>): ChatMember {
  const { userId, tenantId, displayName, email, roles } = member;
  const how = howOf(member["@odata.type"]);
  return {
    ...(how === "entra" && userId && { userId }),
    ...(tenantId && { tenantId }),
    ...(displayName && { name: displayName }),
    ...(email && { mail: email }),
    isGuest: roles?.includes("guest") ?? false,
    how,
  };
}

function howOf(type: string): ChatMember["how"] {
  if (type.endsWith(".aadUserConversationMember")) return "entra";
  if (type.endsWith(".anonymousGuestConversationMember")) return "anonymous";
  return type.endsWith(".phoneUserConversationMember") ? "phone" : "other";
}
