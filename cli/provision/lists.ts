import type { ListName, ListReport, Place, Provisioning, Site } from "#flows/ports.ts";
import { isKind, sentenceAbout } from "../sentences.ts";
import type { Step } from "../steps.ts";

/** The lists as they stand now, and a line about each. */
export interface Lists {
  readonly steps: readonly Step[];
  /** Where both required lists are ready to be used. */
  readonly place?: Place;
}

/** Makes or mends lists, one after the other; looks and says what it would do in a dry run. */
export async function keepLists(
  provisioning: Provisioning,
  site: Site,
  wanted: readonly ListName[],
  { isDry, note }: { readonly isDry: boolean; readonly note: (line: string) => void },
): Promise<Lists> {
  const steps: Step[] = [];
  const reports: ListReport[] = [];
  for (const report of await provisioning.inspect(site.id, wanted)) {
    if (report.state === "ready" || isDry) {
      reports.push(report);
      steps.push(lookStep(report));
      continue;
    }
    note(`${report.state === "missing" ? "Making" : "Repairing"} “${report.list}”…`);
    try {
      const now = await provisioning.makeReady(site.id, report.list);
      reports.push(now);
      steps.push(doneStep(report, now));
    } catch (failure) {
      if (!isKind(failure, "forbidden", "consent-needed", "unavailable", "read-only"))
        throw failure;
      steps.push({
        state: "needs-you",
        what: listNamed(report.list),
        detail: sentenceAbout(failure),
        todo: isKind(failure, "forbidden", "consent-needed")
          ? `Have an owner of ${site.name} run this command, or make the lists in Setup.`
          : "Run this command again in a minute: what is made already stays.",
      });
    }
  }
  return { steps, ...placeOf(site, reports) };
}

function listNamed(list: ListName): string {
  return `List “${list}”`;
}

function lookStep({ list, state, listId, differences }: ListReport): Step {
  const what = listNamed(list);
  if (state === "ready") return { state: "ready", what, ...(listId && { detail: listId }) };
  if (state === "missing") return { state: "planned", what, detail: "make it with its columns" };
  return { state: "planned", what, detail: differences.map(({ sentence }) => sentence).join(" ") };
}

function doneStep(before: ListReport, now: ListReport): Step {
  const what = listNamed(now.list);
  const left = now.differences.map(({ sentence }) => sentence);
  if (left.length > 0) return { state: "needs-you", what, todo: left.join("\n") };
  if (before.state === "missing") {
    return { state: "made", what, ...(now.listId && { detail: now.listId }) };
  }
  const mended = before.differences.map(({ sentence }) => sentence).join(" ");
  return { state: "repaired", what, detail: mended };
}

function placeOf(site: Site, reports: readonly ListReport[]): { readonly place?: Place } {
  const idOf = (name: ListName) => reports.find(({ list }) => list === name)?.listId;
  const [decisionsListId, eventsListId] = [idOf("Decisions"), idOf("Decision events")];
  if (decisionsListId === undefined || eventsListId === undefined) return {};
  return { place: { siteId: site.id, decisionsListId, eventsListId } };
}
