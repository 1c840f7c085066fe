import { useState } from "react";
import { latestAnswers } from "#domain/latest-answers.ts";
import type { Moment } from "#domain/moment.ts";
import type { Person } from "#domain/table/person.ts";
import { seatOf } from "#domain/table/seating.ts";
import type { Drafts } from "#flows/ports.ts";
import { AnswerBox } from "#surfaces/shared/answer-input/answer-box.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { StanceBox } from "#surfaces/walk/deciding/stance-box.tsx";
import { PeopleToChoose } from "./people-to-choose.tsx";
import { Sheet } from "./sheet.tsx";
import { whoIsAsked, whoTakesAStance } from "./who-there-is.ts";

interface RecordForSheetProps {
  readonly moment: Extract<Moment, { kind: "question" | "stances" }>;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** Writes down what somebody says who cannot write it themself; marked as such in the record. */
export function RecordForSheet({ moment, drafts, onClose }: RecordForSheetProps) {
  const { meeting, me } = useMeeting().picture;
  const [person, setPerson] = useState<Person>();
  if (person === undefined) {
    const people =
      moment.kind === "question"
        ? whoIsAsked(meeting, moment.question, me.id)
        : whoTakesAStance(meeting, me.id);
    return (
      <Sheet title="Whose words do you write down?" onClose={onClose}>
        <PeopleToChoose people={people} none="Nobody else is asked." onChoose={setPerson} />
      </Sheet>
    );
  }
  const place = seatOf(meeting.seats, person.id);
  // As the meeting is now: the moment is the one in which the sheet was opened.
  const isDone =
    moment.kind === "question"
      ? latestAnswers(meeting.rounds.get(moment.question.id)).some(({ of }) => of.id === person.id)
      : place !== undefined && meeting.proposal?.stances.has(place.seat.id) === true;
  return (
    <Sheet title={`In the words of ${person.name}`} onClose={onClose} isDone={isDone}>
      {moment.kind === "question" && (
        <AnswerBox question={moment.question} drafts={drafts} recordedFor={person} />
      )}
      {moment.kind === "stances" && place !== undefined && (
        <StanceBox
          proposal={meeting.proposal ?? moment.proposal}
          seat={place.seat}
          drafts={drafts}
          recordedFor={person}
        />
      )}
    </Sheet>
  );
}
