import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { PeopleToChoose } from "./people-to-choose.tsx";
import { Sheet } from "./sheet.tsx";
import { whoCouldLead } from "./who-there-is.ts";
import { Problem } from "#surfaces/walk/leading/problem.tsx";

/** Gives the lead to somebody who is here. */
export function HandOverSheet({ onClose }: { readonly onClose: () => void }) {
  const { meeting } = useMeeting().picture;
  const { act, problem } = useAct();
  return (
    <Sheet title="Who leads from here on?" onClose={onClose}>
      <PeopleToChoose
        people={whoCouldLead(meeting)}
        none="Nobody else is here yet."
        onChoose={({ id }) => {
          if (act({ kind: "facilitation-handed-over", to: id })) onClose();
        }}
      />
      <Problem problem={problem} />
    </Sheet>
  );
}
