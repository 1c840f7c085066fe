import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { PeopleToChoose } from "./people-to-choose.tsx";
import { Sheet } from "./sheet.tsx";
import { whoIsMissing } from "./who-there-is.ts";
import { Problem } from "#surfaces/walk/leading/problem.tsx";

/** Marks somebody present who is in the room without a screen of their own. */
export function InTheRoomSheet({ onClose }: { readonly onClose: () => void }) {
  const { meeting } = useMeeting().picture;
  const { act, problem } = useAct();
  return (
    <Sheet title="Who is in the room with you?" onClose={onClose}>
      <PeopleToChoose
        people={whoIsMissing(meeting)}
        none="Everybody with a seat is here."
        onChoose={(person) => {
          if (act({ kind: "person-marked-present", person })) onClose();
        }}
      />
      <Problem problem={problem} />
    </Sheet>
  );
}
