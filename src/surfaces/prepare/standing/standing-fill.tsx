import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./standing.module.css";
import { StandingProposal } from "./standing-proposal.tsx";

/** Seats from the list of standing roles, where this site keeps one. */
export function StandingFill() {
  const { standingRoles } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  if (standingRoles === undefined) return null;
  return (
    <div className={styles.fill}>
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Fill from the standing roles…
        </Button>
      </div>
      {isOpen && <StandingProposal port={standingRoles} onDone={() => setOpen(false)} />}
    </div>
  );
}
