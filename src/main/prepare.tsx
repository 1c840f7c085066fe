import { browserWorld } from "#adapters/browser/world.ts";
import { enterMeeting } from "./opening/at-the-table.tsx";
import { meetingAround } from "./opening/meeting-around.ts";
import { readSettings } from "./opening/place.ts";

const loading = import("#surfaces/prepare/prepare-surface.tsx");

void enterMeeting("prepare", async ({ host, tenant, me, lists, drafts }) => {
  const { PrepareSurface } = await loading;
  const settings = readSettings(location.search);
  return (
    <PrepareSurface
      roster={tenant.roster(host.context, me.id)}
      register={lists.register}
      drafts={drafts}
      meetingInfo={await meetingAround(host, (person) => tenant.nameOf(person))}
      now={() => browserWorld.now()}
      newId={() => browserWorld.newId()}
      openLink={(url) => void host.openLink(url)}
      {...(settings && {
        standingRoles: tenant.standingRoles(settings.place),
        questionListId: settings.questionListId,
      })}
    />
  );
});
