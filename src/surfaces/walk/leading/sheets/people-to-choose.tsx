import type { Person } from "#domain/table/person.ts";
import styles from "./people-to-choose.module.css";

/** Somebody to choose, and what tells them from others of the same name. */
export interface Choosable {
  readonly person: Person;
  readonly about: string;
}

interface PeopleToChooseProps {
  readonly people: readonly Choosable[];
  /** What to say where there is nobody. */
  readonly none: string;
  readonly onChoose: (person: Person) => void;
}

/** People as one button each. */
export function PeopleToChoose({ people, none, onChoose }: PeopleToChooseProps) {
  if (people.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ul className={styles.people}>
      {people.map(({ person, about }) => (
        <li key={person.id}>
          <button type="button" className={styles.person} onClick={() => onChoose(person)}>
            {person.name} <span className={styles.about}>{about}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
