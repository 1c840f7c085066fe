import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useTick } from "#surfaces/shared/use-tick.ts";

/** Server time in epoch milliseconds, looked at again so often. */
export function useServerTime(now: () => number, everyMs: number): number {
  return useTick(now, everyMs) + useMeeting().picture.clockOffsetMs;
}
