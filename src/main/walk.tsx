import { browserWorld } from "#adapters/browser/world.ts";
import { WalkSurface } from "#surfaces/walk/walk-surface.tsx";
import { enterMeeting } from "./at-the-table.tsx";

void enterMeeting("walk", ({ host, drafts }) => (
  <WalkSurface host={host} drafts={drafts} now={() => browserWorld.now()} />
));
