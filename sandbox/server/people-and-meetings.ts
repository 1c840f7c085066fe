import { Hono } from "hono";
import type { World } from "../graph/call.ts";
import { showMeeting, showPerson } from "./directory-view.ts";

/** Who exists, which meetings there are, and what each meeting's tab was set to. */
export function peopleAndMeetingsRoutes(world: World): Hono {
  const app = new Hono();
  const { directory, state } = world;

  app.get("/people", (c) =>
    c.json([...directory.people.values()].map((person) => showPerson(directory, person))),
  );
  app.get("/meetings", (c) =>
    c.json([...directory.meetings.values()].map((one) => showMeeting(directory, one, world.now()))),
  );
  app.get("/settings/:meeting", (c) => c.json(state.settings.get(c.req.param("meeting")) ?? null));
  app.put("/settings/:meeting", async (c) => {
    const meetingId = c.req.param("meeting");
    if (!directory.meetings.has(meetingId)) return c.json({ error: "unknown_meeting" }, 404);
    const settings: unknown = await c.req.json().catch(() => undefined);
    if (typeof settings !== "object") return c.json({ error: "invalid_request" }, 400);
    world.record({ fact: "settings-saved", meetingId, settings });
    return c.json(settings);
  });
  app.get("/messages/:meeting", (c) => {
    const chatId = directory.meetings.get(c.req.param("meeting"))?.chatId;
    return c.json(state.messages.filter((one) => one.chatId === chatId).map((one) => one.content));
  });
  return app;
}
