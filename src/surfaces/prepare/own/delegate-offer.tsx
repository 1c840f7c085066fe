import type { SeatAtTable } from "#domain/meeting-state.ts";
import { seatName } from "#domain/table/sentences.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { declineToStandIn } from "#surfaces/prepare/ready/messages.ts";
import styles from "./own.module.css";

interface DelegateOfferProps {
  readonly place: SeatAtTable;
}

/** Asks somebody who was named as delegate: they accept here, in their own tab, or say they cannot. */
export function DelegateOffer({ place: { seat } }: DelegateOfferProps) {
  const { meeting, me, tell } = usePreparing();
  const [cannot, setCannot] = useState(false);
  const whose = seatName(seat);
  const opener = meeting.opened?.by;
  const message = declineToStandIn(
    { meeting, from: me, to: opener === undefined ? [] : [opener] },
    whose,
  );
  return (
    <div className={styles.part}>
      <p className={styles.line}>
        You are named as delegate for {whose}. {duties[seat.role]}
      </p>
      <div className={styles.row}>
        <Button
          appearance="primary"
          aria-label={`Accept: delegate for ${whose}`}
          onClick={() => void tell({ kind: "delegate-accepted", seat: seat.id })}
        >
          Accept
        </Button>
        <Button
          aria-expanded={cannot}
          aria-label={`I cannot: delegate for ${whose}`}
          onClick={() => setCannot(!cannot)}
        >
          I cannot…
        </Button>
      </div>
      {cannot && (
        <>
          <p className={styles.quiet}>
            Leave it as it is: without your word you do not count. Tell whoever prepares:
          </p>
          <TextToSend label={message.label} text={message.text} />
        </>
      )}
    </div>
  );
}

const duties = {
  driver: "You would take a stance for this seat when its person cannot.",
  stakeholder: "You would answer for this seat when its person cannot.",
} as const;
