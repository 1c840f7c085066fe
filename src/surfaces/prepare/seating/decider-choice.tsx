import type { Seat } from "#domain/table/seat.ts";
import { driverSeats } from "#domain/table/seating.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { withDuty } from "./seat-changes.ts";
import styles from "./seat-editor.module.css";

/** Who decides: exactly one driver. */
export function DeciderChoice() {
  const { meeting, tell, goTo } = usePreparing();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
  }, []);
  const drivers = driverSeats(meeting.seats).map(({ seat }) => seat);
  const choose = (chosen: Seat) => {
    for (const seat of drivers) {
      if (seat.duty === "decider" && seat.id !== chosen.id) {
        tell({ kind: "seat-set", seat: withDuty(seat, "member") });
      }
    }
    if (tell({ kind: "seat-set", seat: withDuty(chosen, "decider") })) goTo({ card: "table" });
  };
  return (
    <section ref={place} className={styles.editor} aria-label="Who decides?">
      <h3 className={styles.heading}>Who decides?</h3>
      <div className={styles.foot}>
        {drivers.map((seat) => (
          <Button key={seat.id} onClick={() => choose(seat)}>
            {seat.person === undefined ? seat.function : `${seat.person.name} (${seat.function})`}
          </Button>
        ))}
        <Button appearance="subtle" onClick={() => goTo({ card: "table" })}>
          Back to the table
        </Button>
      </div>
      {drivers.length === 0 && <p className={styles.wide}>Seat a driver first.</p>}
    </section>
  );
}
