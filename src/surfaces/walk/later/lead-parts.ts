import { later } from "./later.tsx";

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
  await Promise.all([LeadSheet.fetch(), ProposalForm.fetch()]);
}
