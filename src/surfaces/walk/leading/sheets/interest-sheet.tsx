import { useState } from "react";
import type { PersonId } from "#domain/ids.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { InterestForm } from "#surfaces/walk/interest/interest-form.tsx";
import { PeopleToChoose } from "./people-to-choose.tsx";
import { Sheet } from "./sheet.tsx";
import { seatToRecuse, whoCouldBeRecused } from "./who-there-is.ts";

/** Writes down that somebody at the table has a conflict of interest. */
export function InterestSheet({ onClose }: { readonly onClose: () => void }) {
  const { meeting, me } = useMeeting().picture;
  const [chosen, setChosen] = useState<PersonId>();
  const person = whoCouldBeRecused(meeting, me.id).find((one) => one.person.id === chosen)?.person;
  const seat = person && seatToRecuse(meeting, person.id);
  if (person === undefined || seat === undefined) {
    return (
      <Sheet title="Who has a conflict of interest?" onClose={onClose}>
        <PeopleToChoose
          people={whoCouldBeRecused(meeting, me.id)}
          none="Nobody else has a seat."
          onChoose={({ id }) => setChosen(id)}
        />
      </Sheet>
    );
  }
  return (
    <Sheet title={`In the words of ${person.name}`} onClose={onClose}>
      <InterestForm seat={seat} recordedFor={person} onDeclared={onClose} />
    </Sheet>
  );
}
