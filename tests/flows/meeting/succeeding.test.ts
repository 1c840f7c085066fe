import { describe, expect, it } from "vitest";
import type { Relation } from "#domain/linking/link.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import { site } from "../afterwards/decided.ts";
import { ben } from "./room.ts";

/** A decision that speaks of an earlier one, and which browsers were told to pass that on. */
async function succeeded(relation?: Relation) {
  const at = await site();
  const older = await at.decide("Keep three forecasts");
  const told: Meeting[] = [];
  const links = relation === undefined ? [] : ([[relation, older]] as const);
  const newer = await at.decide("Move to one forecast", links, {
    onSucceeding: (decided) => told.push(decided),
  });
  return { at, older, newer, told };
}

describe("a decided decision that speaks of an earlier one", () => {
  it("is passed on once, when its record is there", async () => {
    const { told, newer } = await succeeded("supersedes");

    expect(told.map(({ opened, record }) => [opened?.decision, record === undefined])).toEqual([
      [newer, false],
    ]);
  });

  it("is passed on by others after whoever closed it", async () => {
    const { at, newer } = await succeeded("supersedes");
    const told: number[] = [];
    const { world } = at;
    const openedAtMs = world.now();
    const { key: meeting } = meetingOf(at.told(newer))!;

    await at.enter(ben, { meeting, onSucceeding: () => told.push(world.now() - openedAtMs) });
    await world.advance(30_000);

    expect(told).toEqual([3000]);
  });

  it("is not passed on where it speaks of none", async () => {
    const { told } = await succeeded();

    expect(told).toEqual([]);
  });
});
