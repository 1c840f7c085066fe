import { browserWorld } from "#adapters/browser/world.ts";
import { enterMeeting } from "./opening/at-the-table.tsx";

const loading = import("#surfaces/stage/stage-surface.tsx");

void enterMeeting("stage", async () => {
  const { StageSurface } = await loading;
  return <StageSurface now={() => browserWorld.now()} />;
});
