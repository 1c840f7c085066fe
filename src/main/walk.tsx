import { browserWorld } from "#adapters/browser/world.ts";
import { enterMeeting } from "./opening/at-the-table.tsx";

// Loaded beside the tenant's clients: nothing of it can be shown before the log has been read.
const loading = import("#surfaces/walk/walk-surface.tsx");

void enterMeeting("walk", async ({ host, tenant, drafts, lists }) => {
  const { WalkSurface } = await loading;
  const sharing = () => tenant.sharing();
  return (
    <WalkSurface
      host={host}
      drafts={drafts}
      register={lists.register}
      sharing={sharing}
      now={() => browserWorld.now()}
    />
  );
});
