import { useCallback, useState } from "react";
import type { DecisionEvent } from "#domain/log/event.ts";
import { refusalSentence } from "./advice.ts";
import { useAnnounce } from "./live-region.tsx";
import { useMeeting } from "./meeting-context.tsx";

/** Says an event; true when the rules let it be said. Otherwise `problem` says why not. */
export function useAct(): {
  readonly act: (event: DecisionEvent) => boolean;
  readonly problem: string | undefined;
} {
  const { say } = useMeeting();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string>();
  const act = useCallback(
    (event: DecisionEvent) => {
      const said = say(event);
      const why = said.ok ? undefined : refusalSentence(said.refusal);
      setProblem(why);
      if (why !== undefined) announce(why);
      return said.ok;
    },
    [say, announce],
  );
  return { act, problem };
}
