import { browserWorld } from "#adapters/browser/world.ts";
import { StageSurface } from "#surfaces/stage/stage-surface.tsx";
import { enterMeeting } from "./at-the-table.tsx";

void enterMeeting("stage", () => <StageSurface now={() => browserWorld.now()} />);
