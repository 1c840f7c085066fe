import type { Closing } from "#domain/meeting-state.ts";
import { dayOf } from "#surfaces/shared/formats.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";

/** Says of a decision taken up again what became of it before; absent for any other. */
export function ResumedNote() {
  const { earlier } = useMeeting().picture.meeting;
  if (earlier === undefined) return null;
  const { closing, meeting } = earlier.newest;
  return (
    <p className={text.lead}>
      <strong>Taken up again.</strong>{" "}
      {closing === undefined ? `It was framed in “${meeting.subject}”.` : putOffWords(closing)}
    </p>
  );
}

function putOffWords({ outcome, atMs, reason }: Closing): string {
  const what = outcome === "deferred" ? "Deferred" : "Closed";
  return `${what} on ${dayOf(atMs)}${reason === undefined ? "." : `, because: ${reason}`}`;
}
