import { startWorker } from "./service/worker.ts";

// The log as people open it outside Teams. The worker has to be there first: it brings the page's
// requests for Microsoft's addresses to the sandbox.
const place = document.querySelector("#page");
try {
  await startWorker();
  location.replace(`browser/log.html${location.search}`);
} catch (failure) {
  if (place) place.textContent = failure instanceof Error ? failure.message : String(failure);
}
