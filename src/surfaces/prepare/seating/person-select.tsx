import type { PersonId } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import { SelectField } from "#surfaces/page/select-field.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";

interface PersonSelectProps {
  readonly label: string;
  readonly hint?: string;
  /** The word for no one. */
  readonly nobody: string;
  readonly chosen: Person | undefined;
  /** Who may not be chosen here. */
  readonly without?: PersonId | undefined;
  readonly focus?: boolean;
  readonly onChoose: (person: Person | undefined) => void;
}

/** One of the people Graph reports for this meeting, or whoever was chosen before. */
export function PersonSelect(props: PersonSelectProps) {
  const { label, hint, nobody, chosen, without, focus = false, onChoose } = props;
  const { roster } = usePreparing();
  const people = new Map<string, Person>();
  if (chosen !== undefined) people.set(chosen.id, chosen);
  for (const { person } of roster.attendees) {
    if (person !== undefined && person.id !== without) people.set(person.id, person);
  }
  return (
    <SelectField
      label={label}
      {...(hint !== undefined && { hint })}
      focus={focus}
      value={chosen?.id ?? ""}
      options={[
        ["", nobody] as const,
        ...Array.from(people.values(), ({ id, name }) => [id as string, name] as const),
      ]}
      onChange={(id) => onChoose(people.get(id))}
    />
  );
}
