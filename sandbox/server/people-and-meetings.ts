import { Hono } from "hono";
import type { World } from "../graph/call.ts";
import { showDetails } from "../graph/planner/task-details.ts";
import { showTask } from "../graph/planner/tasks.ts";
import { showMeeting, showPerson } from "./directory-view.ts";

/** Who exists, which meetings there are, and what came of them: tabs, messages and tasks. */
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
  app.get("/tasks/:plan", (c) => {
    const tasks = [...state.planner.tasks.values()];
    const planId = c.req.param("plan");
    return c.json(
      tasks
        .filter((task) => task.planId === planId)
        .map((task) => ({ ...showTask(task), details: showDetails(task) })),
    );
  });
  return app;
}
