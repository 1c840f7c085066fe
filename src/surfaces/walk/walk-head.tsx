import { tally } from "#domain/deciding/tally.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { type Moment, endOfTimeBox } from "#domain/moment.ts";
import { answering } from "#surfaces/shared/answers/answering.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { stancesGiven } from "#surfaces/shared/answers/stances-given.ts";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import type { Done } from "#surfaces/shared/table/seat-list.tsx";
import { TableStrip } from "#surfaces/shared/table/table-strip.tsx";
import { TimeLeft } from "#surfaces/shared/time-left.tsx";
import { useServerTime } from "./use-server-time.ts";
import styles from "./walk-head.module.css";

interface WalkHeadProps {
  readonly moment: Moment;
  readonly now: () => number;
}

/** What is to be decided, where we are, how long, and who is at the table. */
export function WalkHead({ moment, now }: WalkHeadProps) {
  const { meeting } = useMeeting().picture;
  if (moment.kind === "nothing-framed") return null;
  const seats = seatLooks(meeting);
  const done = doneSeats(meeting, moment);
  return (
    <header className={styles.head}>
      <h1 className={styles.title} title={meeting.frame.title}>
        {meeting.frame.title}
      </h1>
      <p className={styles.moment}>
        <span>{momentWords(moment)}</span>
        <span className={styles.aside}>{asideWords(meeting, moment)}</span>
      </p>
      {moment.kind === "question" && <QuestionTime moment={moment} now={now} />}
      {moment.kind !== "gathering" && moment.kind !== "closed" && seats.length > 0 && (
        <TableStrip seats={seats} {...(done && { done })} />
      )}
    </header>
  );
}

function QuestionTime({ moment, now }: WalkHeadProps & { readonly moment: QuestionMoment }) {
  const nowMs = useServerTime(now, 1000);
  const { question, round } = moment;
  const endsAtMs = endOfTimeBox(question, round);
  if (endsAtMs === undefined) return null;
  const wholeMs = (question.minutes + round.extraMinutes) * 60_000;
  return <TimeLeft endsAtMs={endsAtMs} wholeMs={wholeMs} nowMs={nowMs} />;
}

type QuestionMoment = Extract<Moment, { kind: "question" }>;

function momentWords(moment: Moment): string {
  switch (moment.kind) {
    case "nothing-framed":
      return "";
    case "gathering":
      return "Before the walk";
    case "question": {
      const at = `Question ${moment.number} of ${moment.of}`;
      return moment.round.revealed ? `${at} · revealed` : at;
    }
    case "proposing":
      return "Proposal";
    case "stances":
      return "Stances";
    case "closed":
      return moment.isRecorded ? "Closed and recorded" : "Closed";
  }
}

function asideWords(meeting: Meeting, moment: Moment): string {
  if (moment.kind === "question" && !moment.round.revealed) {
    const { answered, asked } = answering(meeting, moment.question, moment.round);
    return `${answered} of ${asked} answered`;
  }
  if (moment.kind === "stances") {
    const { cast, present } = tally({ ...meeting, proposal: moment.proposal });
    return `${cast} of ${present} given`;
  }
  return "";
}

/** The seats with a tick: those that have done what is asked for now. */
function doneSeats(meeting: Meeting, moment: Moment): Done | undefined {
  if (moment.kind === "question" && !moment.round.revealed) {
    const { seats } = answering(meeting, moment.question, moment.round);
    return { seats, word: "answered" };
  }
  if (moment.kind === "stances") {
    return stancesGiven(meeting, moment.proposal);
  }
  return undefined;
}
