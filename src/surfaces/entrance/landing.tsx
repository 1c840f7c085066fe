import styles from "./landing.module.css";

const steps = [
  {
    title: "Who must be at the table",
    text: "Attendees come from the meeting and are checked against the seats the decision needs. A missing function is named while there is still time to ask.",
  },
  {
    title: "The right questions, answered by everyone",
    text: "One question at a time, in the side panel. You answer first and see the others' answers after the reveal.",
  },
  {
    title: "A record that can be recomputed",
    text: "The decision, its reasons and its dissent stand in a SharePoint list of your own tenant. Nothing leaves it.",
  },
];

/** What somebody sees who opens Quorate outside Teams: what it is, and where it works. */
export function Landing() {
  return (
    <main className={styles.landing}>
      <TableMark />
      <h1 className={styles.title}>Quorate</h1>
      <p className={styles.lead}>
        A meeting tab for technology decisions. It works inside Microsoft Teams: add it to a
        meeting, then open it there. What was decided can be read in this browser.
      </p>
      <p className={styles.way}>
        <a className={styles.link} href="log.html">
          Read the decisions
        </a>
      </p>
      <ol className={styles.steps}>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h2 className={styles.stepTitle}>{title}</h2>
            <p className={styles.stepText}>{text}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}

function TableMark() {
  return (
    <svg viewBox="0 0 120 88" className={styles.mark} aria-hidden="true">
      <ellipse cx="60" cy="46" rx="34" ry="22" className={styles.top} />
      {[
        [60, 14],
        [98, 30],
        [88, 72],
        [32, 72],
      ].map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="10" className={styles.seat} />
      ))}
      <circle cx="22" cy="30" r="9" className={styles.empty} />
    </svg>
  );
}
