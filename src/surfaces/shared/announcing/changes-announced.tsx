import { useEffect, useRef } from "react";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { whatChanged } from "./what-changed.ts";

/** Says to a screen reader what changed at the table; shows nothing. Stands before the moment. */
export function ChangesAnnounced() {
  const { meeting, me, following } = useMeeting().picture;
  const announce = useAnnounce();
  const heard = useRef(meeting);
  const isKnown = following.kind !== "loading";
  useEffect(() => {
    // While the log is read everything would be new.
    if (isKnown) for (const change of whatChanged(heard.current, meeting, me)) announce(change);
    heard.current = meeting;
  }, [announce, isKnown, meeting, me]);
  return null;
}
