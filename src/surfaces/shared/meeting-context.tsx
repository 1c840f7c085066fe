import { type ReactNode, createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { LiveMeeting, Picture } from "#flows/meeting/live-meeting.ts";

/** A meeting as a surface uses it: what to show now, and the ways to say something. */
export interface MeetingInHand extends Pick<
  LiveMeeting,
  "say" | "takeUp" | "tryAgain" | "discard"
> {
  readonly picture: Picture;
}

const Context = createContext<LiveMeeting | undefined>(undefined);

interface MeetingProviderProps {
  readonly live: LiveMeeting;
  readonly children: ReactNode;
}

/** Puts one live meeting at the hand of everything below. */
export function MeetingProvider({ live, children }: MeetingProviderProps) {
  return <Context value={live}>{children}</Context>;
}

/** The meeting around this part; shown again whenever its picture changes. */
export function useMeeting(): MeetingInHand {
  const live = useContext(Context);
  if (live === undefined) throw new Error("useMeeting needs a MeetingProvider around it.");
  const picture = useSyncExternalStore(
    useMemo(() => (onChange: () => void) => live.subscribe(onChange), [live]),
    () => live.picture(),
  );
  return useMemo(
    () => ({
      picture,
      say: (event) => live.say(event),
      takeUp: (decision, meeting) => live.takeUp(decision, meeting),
      tryAgain: (saying) => live.tryAgain(saying),
      discard: (saying) => live.discard(saying),
    }),
    [live, picture],
  );
}
