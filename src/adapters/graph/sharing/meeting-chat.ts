import * as v from "valibot";
import type { MeetingChat } from "#flows/sharing/sharing-ports.ts";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { scopes } from "#adapters/graph/token-source.ts";

const Posted = v.object({ id: v.string() });

/**
 * A meeting's chat. A message that got no answer is never sent again from here: Teams has no way
 * to tell that it is the same one.
 *
 * @see https://learn.microsoft.com/graph/api/chat-post-messages
 */
export function openMeetingChat(graph: Graph): MeetingChat {
  return {
    async post(meeting, card) {
      await callGraph(graph, Posted, {
        method: "POST",
        path: `/chats/${encodeURIComponent(meeting)}/messages`,
        scopes: scopes.card,
        body: {
          body: { contentType: "html", content: '<attachment id="decision"></attachment>' },
          attachments: [
            {
              id: "decision",
              contentType: "application/vnd.microsoft.card.adaptive",
              contentUrl: null,
              content: card,
              name: null,
              thumbnailUrl: null,
            },
          ],
        },
      });
    },
  };
}
