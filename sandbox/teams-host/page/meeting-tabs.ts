import { personalTab, type SandboxService } from "../service/sandbox-service.ts";
import type { MeetingTab } from "../service/tab-address.ts";

/** The tabs of meetings as the server keeps them, with what was last seen of each. */
export interface MeetingTabs {
  readonly known: (key: string) => MeetingTab | undefined;
  readonly refresh: (key: string) => Promise<void>;
  /** Reads, changes, writes: other pages may have written since. */
  readonly change: (key: string, edit: (tab: MeetingTab) => MeetingTab) => Promise<void>;
}

/** Meetings' tabs are kept by this name; a personal tab belongs to no meeting. */
export function tabKeyOf(meetingId: string | undefined): string {
  return meetingId ?? personalTab;
}

/** Opens them; `onChange` hears of every tab that turns out different from what was known. */
export function openMeetingTabs(
  service: SandboxService,
  onChange: (key: string) => void,
): MeetingTabs {
  const seen = new Map<string, MeetingTab | undefined>();

  async function refresh(key: string): Promise<void> {
    const found = await service.readTab(key).catch(() => seen.get(key));
    const isSame = JSON.stringify(found) === JSON.stringify(seen.get(key));
    seen.set(key, found);
    if (!isSame) onChange(key);
  }

  return {
    known: (key) => seen.get(key),
    refresh,
    change: async (key, edit) => {
      await service.writeTab(key, edit((await service.readTab(key)) ?? {}));
      await refresh(key);
    },
  };
}
