import type { ProposalDetails } from "#domain/proposing/details.ts";
import { conditionsOf, detailParts, howMuch } from "./detail-parts.ts";
import styles from "./proposal-details-view.module.css";

interface ProposalDetailsViewProps {
  readonly proposal: ProposalDetails;
}

/** What a proposal says beyond its sentence: conditions at once, since they change it, the rest folded. */
export function ProposalDetailsView({ proposal }: ProposalDetailsViewProps) {
  const conditions = conditionsOf(proposal);
  const parts = detailParts(proposal);
  return (
    <>
      {conditions.length > 0 && <Part heading="On condition of" lines={conditions} />}
      {parts.length > 0 && (
        <details className={styles.fold}>
          <summary>{howMuch(parts)}</summary>
          <div className={styles.parts}>
            {parts.map(({ heading, lines }) => (
              <Part key={heading} heading={heading} lines={lines} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Part({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
