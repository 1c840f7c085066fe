import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll } from "vitest";
import type { EventKind, EventOf } from "#domain/log/event.ts";
import type { Person } from "#domain/table/person.ts";
import { AppFrame } from "#surfaces/shared/app-frame.tsx";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { StageSurface } from "#surfaces/stage/stage-surface.tsx";
import { fetchLeadParts } from "#surfaces/walk/later/lead-parts.ts";
import { fetchParts } from "#surfaces/walk/later/parts.ts";
import { WalkSurface, type WalkSurfaceProps } from "#surfaces/walk/walk-surface.tsx";
import { inJsdom } from "./in-jsdom.ts";
import { type Told, fakeLive, memoryDrafts, startMs } from "./meeting-fixtures.ts";

inJsdom();
// The parts of later moments are fetched once the log is read; here they are there from the start.
beforeAll(async () => {
  await Promise.all([fetchParts(), fetchLeadParts()]);
});

interface Wishes extends Partial<WalkSurfaceProps> {
  /** How long after the last event it is, in seconds. */
  readonly secondsLater?: number;
}

/** One person's side panel over a meeting that went like this. */
export function atTheWalk(told: Told, me: Person, wishes: Wishes = {}) {
  const { secondsLater = 5, ...props } = wishes;
  const nowMs = startMs + told.length * 10_000 + secondsLater * 1000;
  const live = fakeLive(told, me, nowMs);
  const drafts = props.drafts ?? memoryDrafts();
  const user = userEvent.setup();
  const host = {
    canShareToStage: () => Promise.resolve(true),
    shareToStage: () => Promise.resolve(),
    openLink: () => Promise.resolve(),
  };
  const { unmount } = render(
    <AppFrame theme="light">
      <MeetingProvider live={live}>
        <WalkSurface host={host} now={() => nowMs} drafts={drafts} {...props} />
      </MeetingProvider>
    </AppFrame>,
  );
  return {
    live,
    drafts,
    user,
    unmount,
    // The proposal's form comes a moment later than the rest: what is not there yet is waited for.
    press: async (name: string | RegExp) => user.click(await screen.findByRole("button", { name })),
    choose: async (name: string) => user.click(await screen.findByRole("radio", { name })),
    type: async (label: string | RegExp, text: string) =>
      user.type(await screen.findByLabelText(label), text),
    /** What this person said last, if it was of this kind. */
    saidLast<K extends EventKind>(kind: K): EventOf<K> | undefined {
      const last = live.said().at(-1);
      return last?.kind === kind ? (last as EventOf<K>) : undefined;
    },
  };
}

/** The stage over a meeting that went like this, as one person's browser shows it. */
export function atTheStage(told: Told, me: Person) {
  const nowMs = startMs + told.length * 10_000 + 5000;
  const live = fakeLive(told, me, nowMs);
  render(
    <AppFrame theme="dark">
      <MeetingProvider live={live}>
        <StageSurface now={() => nowMs} />
      </MeetingProvider>
    </AppFrame>,
  );
  return { live, user: userEvent.setup() };
}
