import { later } from "./later.tsx";

/** What whoever leads presses next. Nothing of it can be said before it is known. */
export const FacilitatorBar = later(
  async () => (await import("#surfaces/walk/leading/facilitator-bar.tsx")).FacilitatorBar,
  null,
);

/** The other acts of whoever leads or prepares. */
export const LeadMenu = later(
  async () => (await import("#surfaces/walk/leading/lead-menu.tsx")).LeadMenu,
  null,
);

/** Where the facilitator writes the proposal. */
export const ProposalForm = later(
  async () => (await import("#surfaces/walk/proposing/proposal-form.tsx")).ProposalForm,
);

/** What the facilitator's menu opens. */
export const LeadSheet = later(
  async () => (await import("#surfaces/walk/leading/sheets/lead-sheet.tsx")).LeadSheet,
);

/** Fetches what only the one who leads needs. Early, while there is a connection. */
export async function fetchLeadParts(): Promise<void> {
  await Promise.all(
    [LeadMenu, FacilitatorBar, LeadSheet, ProposalForm].map((part) => part.fetch()),
  );
}
