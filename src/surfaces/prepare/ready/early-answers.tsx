import { latestAnswers } from "#domain/latest-answers.ts";
import type { Meeting, SeatAtTable } from "#domain/meeting-state.ts";
import styles from "./ready-panel.module.css";

interface EarlyAnswersProps {
  readonly meeting: Meeting;
}

/** How many of the questions each seat has answered before the meeting. */
export function EarlyAnswers({ meeting }: EarlyAnswersProps) {
  const seats = Array.from(meeting.seats.values()).filter(({ seat }) => seat.person !== undefined);
  if (seats.length === 0) return null;
  const isAny = seats.some((place) => answeredBy(place, meeting).answered > 0);
  return (
    <section className={styles.early} aria-labelledby="early-heading">
      <h3 className={styles.heading} id="early-heading">
        Early answers
      </h3>
      {isAny ? (
        <ul className={styles.answers}>
          {seats.map((place) => {
            const { answered, asked } = answeredBy(place, meeting);
            return (
              <li key={place.seat.id}>
                {place.seat.function}{" "}
                <span className={styles.count}>
                  {answered} of {asked}
                </span>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={styles.quiet}>
          Nobody has answered yet. Anybody at the table may, in card 4.
        </p>
      )}
    </section>
  );
}

function answeredBy({ seat, delegateAccepted }: SeatAtTable, { list, rounds }: Meeting) {
  const asked = list.questions.filter(
    ({ audience }) => audience === "all" || seat.role === "driver",
  );
  const speaks = new Set([seat.person?.id, delegateAccepted ? seat.delegate?.id : undefined]);
  const answered = asked.filter(({ id }) =>
    latestAnswers(rounds.get(id)).some(({ of }) => speaks.has(of.id)),
  );
  return { answered: answered.length, asked: asked.length };
}
