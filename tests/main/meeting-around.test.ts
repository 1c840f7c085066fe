import { describe, expect, it } from "vitest";
import { unnamedOrganizer } from "#adapters/teams/host.ts";
import { toMeetingKey, toPersonId } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Host } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { meetingAround } from "#main/opening/meeting-around.ts";

const chatId = "19:meeting_abc@thread.v2";
const sofia = { id: toPersonId("10000000-0000-4000-8000-000000000001"), name: "Sofia Brandt" };
const told: MeetingInfo = { key: toMeetingKey(chatId), subject: "Redesign sales forecasting" };

const hostOf = (meeting: Host["meeting"]): Host => ({
  context: { surface: "prepare", theme: "light", locale: "en", chatId, isAnonymous: false },
  onTheme: () => () => undefined,
  meeting,
  canShareToStage: () => Promise.resolve(false),
  shareToStage: () => Promise.resolve(),
  openLink: () => Promise.resolve(),
});
const telling = (name: string) =>
  hostOf(() => Promise.resolve({ ...told, organizer: { ...sofia, name } }));
const known = () => Promise.resolve(sofia.name);
const unknown = () => Promise.resolve(undefined);

describe("the meeting around a tab", () => {
  it("has its organizer's name looked up where Teams tells the id only", async () => {
    expect(await meetingAround(telling(unnamedOrganizer), known)).toEqual({
      ...told,
      organizer: sofia,
    });
  });

  it("keeps a word for the organizer where nobody knows the name", async () => {
    const { organizer } = await meetingAround(telling(unnamedOrganizer), unknown);

    expect(organizer?.name).toBe(unnamedOrganizer);
  });

  it("asks nobody for a name that is known", async () => {
    const asked: string[] = [];
    const nameOf = (person: string) => Promise.resolve(void asked.push(person));
    await meetingAround(telling("Kwame Mensah"), nameOf);
    await meetingAround(
      hostOf(() => Promise.resolve(told)),
      nameOf,
    );

    expect(asked).toEqual([]);
  });

  it("is what the chat alone says where Teams may not tell", async () => {
    const host = hostOf(() => Promise.reject(new StoreError("forbidden", "no consent")));

    expect(await meetingAround(host, known)).toEqual({ key: told.key, subject: "This meeting" });
  });

  it("hides no mistake of ours", async () => {
    const host = hostOf(() => Promise.reject(new TypeError("a slip")));

    await expect(meetingAround(host, known)).rejects.toThrow("a slip");
  });
});
