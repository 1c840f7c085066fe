import type { ProposalDetails } from "#domain/proposing/details.ts";
import { conditionsOf, detailParts, howMuch } from "#surfaces/shared/proposal/detail-parts.ts";
import styles from "./stage.module.css";

/** What a proposal says beyond its sentence, for a room: its conditions, and how much more there is. */
export function StageDetails({ proposal }: { readonly proposal: ProposalDetails }) {
  const conditions = conditionsOf(proposal);
  const parts = detailParts(proposal);
  return (
    <>
      {conditions.length > 0 && (
        <p className={styles.under}>On condition of: {conditions.join(" · ")}</p>
      )}
      {parts.length > 0 && (
        <p className={styles.under}>With {howMuch(parts)}, in your side panel</p>
      )}
    </>
  );
}
