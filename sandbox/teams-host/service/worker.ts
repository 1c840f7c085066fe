import type { NetworkCondition } from "./forwarding.ts";

/**
 * Resolves once the worker answers for this page and for every frame made from now on.
 *
 * @throws Error, with a sentence for the reader, where browsers refuse service workers.
 */
export async function startWorker(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) {
    throw new Error("Open the sandbox over https or on localhost, not in private mode.");
  }
  const isControlled = new Promise<void>((resolve) => {
    serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
  await serviceWorker.register("sw.js", { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  if (serviceWorker.controller) return;
  active?.postMessage("claim", { transfer: [] });
  await isControlled;
}

/** A frame of the app on this origin, with what is poked into it to play a network. */
interface AppWindow extends Window {
  fetch: typeof fetch;
  navigator: Navigator;
}

/**
 * Sets the network of one framed page. The request is made by the frame itself: the worker
 * knows pages only by who asks.
 */
export async function setNetwork(page: Window, condition: NetworkCondition): Promise<void> {
  const app = page as AppWindow;
  const wasOnline = app.navigator.onLine;
  Object.defineProperty(app.navigator, "onLine", {
    configurable: true,
    get: () => !condition.offline,
  });
  await app.fetch(new URL("network", document.baseURI), {
    method: "PUT",
    body: JSON.stringify(condition),
  });
  if (wasOnline === condition.offline) {
    app.dispatchEvent(new Event(condition.offline ? "offline" : "online"));
  }
}
