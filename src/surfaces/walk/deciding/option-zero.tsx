import type { Proposal } from "#domain/meeting-state.ts";
import { withoutWords } from "#domain/proposing/detail-lines.ts";
import { withoutPrefill } from "#domain/proposing/from-answers.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";

/** Doing without, which is always one of the options; absent where the proposal lists them itself. */
export function OptionZero({ proposal }: { readonly proposal: Proposal }) {
  const { meeting } = useMeeting().picture;
  if (proposal.options !== undefined) return null;
  const without = withoutPrefill(meeting);
  return (
    <details className={text.fold}>
      <summary>Option 0: {withoutWords.toLocaleLowerCase("en")}</summary>
      <p className={`${text.lead} ${text.folded}`}>
        {without === "" ? "Nobody said what that would mean." : without}
      </p>
    </details>
  );
}
