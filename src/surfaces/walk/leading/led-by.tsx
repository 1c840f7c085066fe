import { Button } from "@fluentui/react-components";
import { may } from "#domain/rights/judge.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useServerTime } from "#surfaces/walk/use-server-time.ts";
import { Problem } from "./problem.tsx";
import styles from "./walk-foot.module.css";

/** Who leads; and, where they have gone silent, the way to take over for whoever may. */
export function LedBy({ now }: { readonly now: () => number }) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const nowMs = useServerTime(now, 5000);
  const leader = meeting.facilitator?.person;
  if (leader === undefined) return null;
  const claim = { kind: "facilitation-claimed", from: leader.id } as const;
  const mayClaim = may(meeting, me.id, claim, nowMs) === undefined;
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.words}>
          {mayClaim ? `${leader.name} leads and has been silent.` : `Led by ${leader.name}`}
        </p>
        {mayClaim && (
          <Button size="small" onClick={() => act(claim)}>
            Take over
          </Button>
        )}
      </div>
      <Problem problem={problem} />
    </>
  );
}
