import { describe, expect, it } from "vitest";
import { openMeetingChat } from "#adapters/graph/sharing/meeting-chat.ts";
import { decisionCard } from "#domain/sharing/card.ts";
import { exported } from "../../../domain/export/exported-fixtures.ts";
import { ids, startTenant } from "../../tenant.ts";
import { chatOf, sharingTenant, writes } from "./sharing-fixtures.ts";

const card = decisionCard(exported());

describe("posting a card into the chat of a meeting", () => {
  it("puts the whole card there, in the person's name", async () => {
    const tenant = sharingTenant();

    await openMeetingChat(tenant.graphOf(ids.sofia)).post(chatOf(tenant), card);

    const [message] = tenant.service.world.state.messages;
    expect(message).toMatchObject({ by: ids.sofia, chatId: chatOf(tenant) });
    expect(message?.content["attachments"]).toMatchObject([{ content: card }]);
  });

  it("asks for consent where nobody gave it", async () => {
    const tenant = startTenant();

    const posted = openMeetingChat(tenant.graphOf(ids.sofia)).post(chatOf(tenant), card);

    await expect(posted).rejects.toMatchObject({
      kind: "consent-needed",
      details: { scopes: ["ChatMessage.Send"] },
    });
  });

  it("is refused to somebody who is not in the chat", async () => {
    const tenant = sharingTenant();

    const posted = openMeetingChat(tenant.graphOf(ids.adaeze)).post(chatOf(tenant), card);

    await expect(posted).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("is not tried again where no answer came: it may be there", async () => {
    const tenant = sharingTenant();
    let sent = 0;
    const graph = tenant.graphOf(ids.sofia, {
      fetch: async (request) => {
        await tenant.service.handle(request);
        sent += 1;
        throw new TypeError("Failed to fetch");
      },
    });

    const posted = tenant.world.until(openMeetingChat(graph).post(chatOf(tenant), card));

    await expect(posted).rejects.toMatchObject({ kind: "no-answer" });
    expect(sent).toBe(1);
    expect(writes(tenant)).toHaveLength(1);
  });
});
