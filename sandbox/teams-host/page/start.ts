import { openSandboxService, type SandboxService } from "../service/sandbox-service.ts";
import { startWorker } from "../service/worker.ts";
import { element } from "./elements.ts";
import type { World } from "./page-state.ts";

/** What both pages need before they can show anything. */
export interface Beginning {
  readonly service: SandboxService;
  readonly world: World;
  readonly sessionId: string;
}

async function readWorld(service: SandboxService): Promise<World> {
  const [people, meetings] = await Promise.all([service.readPeople(), service.readMeetings()]);
  if (people.length === 0) throw new Error("The directory is empty: add people and start again.");
  return { people, meetings, tenantId: meetings[0]?.tenantId ?? "" };
}

function showFailure(place: Element, sentence: string): void {
  place.replaceChildren(
    element("div", { class: "empty", role: "alert" }, element("p", {}, sentence)),
  );
}

/** Waits for worker and directory, then runs the page; says why when that fails. */
export async function startPage(
  run: (place: Element, beginning: Beginning) => void,
): Promise<void> {
  const place = document.querySelector("#page") ?? document.body;
  try {
    // teams-js offers the sign-in bridge only to a frame directly under the top window.
    if (window.top !== window) {
      throw new Error("Open the sandbox in a window of its own: nested sign-in works only there.");
    }
    await startWorker();
    const service = openSandboxService(document.baseURI);
    const world = await readWorld(service);
    run(place, { service, world, sessionId: crypto.randomUUID() });
  } catch (problem) {
    showFailure(place, problem instanceof Error ? problem.message : "The sandbox did not start.");
  }
}
