import type { SeatAtTable } from "#domain/meeting-state.ts";
import { commonFunctions } from "#domain/table/business-function.ts";
import { dutyNames } from "#domain/table/duty-names.ts";
import type { Person } from "#domain/table/person.ts";
import type { Duty, Seat } from "#domain/table/seat.ts";
import { briefLimit } from "#domain/text.ts";
import { SavedField } from "#surfaces/page/saved-field.tsx";
import { SelectField } from "#surfaces/page/select-field.tsx";
import { ConflictOfInterest } from "#surfaces/prepare/own/conflict-of-interest.tsx";
import { type SeatPart, usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { PersonSelect } from "./person-select.tsx";
import { withDuty, withPerson } from "./seat-changes.ts";
import styles from "./seat-editor.module.css";

interface SeatEditorProps {
  readonly place: SeatAtTable;
  /** Where to begin. */
  readonly part: SeatPart;
}

const duties: readonly (readonly [Duty, string])[] = [
  ["decider", "Driver: decides"],
  ["sign-off", "Driver: signs off on a ground"],
  ["member", "Driver"],
  ["contributor", "Stakeholder: contributes"],
  ["performer", "Stakeholder: performs it"],
  ["informed", "Stakeholder: is informed"],
];

/** Everything about one seat; each part saves itself. */
export function SeatEditor({ place, part }: SeatEditorProps) {
  const { tell, goTo, drafts } = usePreparing();
  const { seat, delegateAccepted: isAccepted } = place;
  const { daci, rapid } = dutyNames(seat.duty);
  const save = (next: Seat) => tell({ kind: "seat-set", seat: next });
  return (
    <section className={styles.editor} aria-label={`The ${seat.function} seat`}>
      <h3 className={styles.heading}>The {seat.function} seat</h3>
      <PersonSelect
        label="Person"
        nobody="Nobody yet"
        chosen={seat.person}
        focus={part === "person"}
        onChoose={(person) => void save(withPerson(seat, person))}
      />
      <FunctionSelect seat={seat} onSave={save} />
      <SelectField
        label="Part"
        hint={`In DACI: ${daci}. In RAPID: ${rapid}.`}
        value={seat.duty}
        options={duties}
        onChange={(duty) => void save(withDuty(seat, duty))}
      />
      <PersonSelect
        label="Delegate"
        hint={delegateHint(seat.delegate, isAccepted)}
        nobody="No delegate"
        chosen={seat.delegate}
        without={seat.person?.id}
        focus={part === "delegate"}
        onChoose={(delegate) => void save({ ...seat, delegate })}
      />
      {seat.role === "driver" && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={seat.required}
            onChange={(event) => save({ ...seat, required: event.target.checked })}
          />
          No decision without this seat
        </label>
      )}
      {seat.duty === "sign-off" && (
        <SavedField
          label="Signs off on"
          saved={seat.ground}
          limit={60}
          drafts={drafts}
          draftKey={draftKeyOf(seat, "ground")}
          onSave={(ground) => save({ ...seat, ground })}
        />
      )}
      <SeatWords seat={seat} part={part} onSave={save} />
      <div className={styles.wide}>
        <ConflictOfInterest place={place} />
      </div>
      <div className={styles.foot}>
        <Button onClick={() => goTo({ card: "table" })}>Back to the table</Button>
        <Button
          appearance="subtle"
          onClick={() => {
            if (tell({ kind: "seat-removed", seat: seat.id })) goTo({ card: "table" });
          }}
        >
          Take this seat away
        </Button>
      </div>
    </section>
  );
}

interface FunctionSelectProps {
  readonly seat: Seat;
  readonly onSave: (seat: Seat) => boolean;
}

/** Which function the seat is for: what the directory suggested may be wrong. */
function FunctionSelect({ seat, onSave }: FunctionSelectProps) {
  const { meeting } = usePreparing();
  const names = [...new Set([seat.function, ...meeting.frame.functions, ...commonFunctions])];
  return (
    <SelectField
      label="Function"
      value={seat.function}
      options={names.map((name) => [name, name] as const)}
      onChange={(name) => void onSave({ ...seat, function: name })}
    />
  );
}

interface SeatWordsProps extends FunctionSelectProps {
  readonly part: SeatPart;
}

/** What a seat knows and what it answers for. */
function SeatWords({ seat, part, onSave }: SeatWordsProps) {
  const { drafts } = usePreparing();
  return (
    <>
      <div className={styles.wide}>
        <SavedField
          label="What they know that this decision needs"
          saved={seat.insight ?? ""}
          limit={briefLimit}
          mayBeEmpty
          focus={part === "insight"}
          drafts={drafts}
          draftKey={draftKeyOf(seat, "insight")}
          onSave={(text) => onSave({ ...seat, insight: text === "" ? undefined : text })}
        />
      </div>
      <div className={styles.wide}>
        <SavedField
          label="What they answer for once it is decided"
          saved={seat.accountability ?? ""}
          limit={briefLimit}
          mayBeEmpty
          focus={part === "accountability"}
          drafts={drafts}
          draftKey={draftKeyOf(seat, "accountability")}
          onSave={(text) => onSave({ ...seat, accountability: text === "" ? undefined : text })}
        />
      </div>
    </>
  );
}

function delegateHint(delegate: Person | undefined, isAccepted: boolean): string {
  if (delegate === undefined) return "Sits here when the person cannot.";
  return isAccepted ? "Has accepted." : "Has not accepted yet: they accept in their own tab.";
}

function draftKeyOf({ id }: Seat, field: string): string {
  return `seat:${id}:${field}`;
}
