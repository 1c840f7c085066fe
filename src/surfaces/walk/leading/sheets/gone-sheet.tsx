import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Problem } from "#surfaces/walk/leading/problem.tsx";
import { PeopleToChoose } from "./people-to-choose.tsx";
import { Sheet } from "./sheet.tsx";
import { whoIsHere } from "./who-there-is.ts";

/** Marks somebody as gone. Whoever says something after that is back by it. */
export function GoneSheet({ onClose }: { readonly onClose: () => void }) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  return (
    <Sheet title="Who has gone?" onClose={onClose}>
      <PeopleToChoose
        people={whoIsHere(meeting, me.id)}
        none="Nobody else is here."
        onChoose={({ id }) => {
          if (act({ kind: "person-marked-absent", person: id })) onClose();
        }}
      />
      <Problem problem={problem} />
    </Sheet>
  );
}
