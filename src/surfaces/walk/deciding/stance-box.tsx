import { Button } from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { stanceWords } from "#domain/deciding/stance-words.ts";
import { type Stance, stances } from "#domain/deciding/stance.ts";
import type { Proposal } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { Drafts } from "#flows/ports.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { stanceWrittenDown } from "#surfaces/shared/answers/written-down.ts";
import { SayingStatus, latestSaying } from "#surfaces/shared/saying-status.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { text } from "#surfaces/walk/text.ts";
import {
  type StanceForm,
  type StanceProblems,
  emptyStance,
  stanceFormOf,
  stanceFromDraft,
  stanceOf,
} from "./stance-form.ts";
import styles from "./stance-box.module.css";

interface StanceBoxProps {
  readonly proposal: Proposal;
  /** The seat it is taken for. */
  readonly seat: Seat;
  readonly drafts: Drafts;
  /** Whose words the facilitator writes down; absent for one's own. */
  readonly recordedFor?: Person;
}

/** Where a driver takes a stance on the proposal, and sees the one they took. */
export function StanceBox({ proposal, seat, drafts, recordedFor }: StanceBoxProps) {
  const { meeting, sayings } = useMeeting().picture;
  const latest = proposal.stances.get(seat.id);
  const taken = latest?.stance;
  const [isChanging, setChanging] = useState(false);
  const isOpen = taken === undefined || isChanging;
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current !== isOpen) place.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const saying = latestSaying(
    sayings,
    (event) =>
      event.kind === "stance-taken" && event.proposal === proposal.id && event.seat === seat.id,
  );
  return (
    <div ref={place} tabIndex={-1} className={styles.box}>
      {isOpen ? (
        <StanceRows
          proposal={proposal}
          seat={seat}
          drafts={drafts}
          draftKey={`stance/${meeting.opened?.decision}/${proposal.id}/${seat.id}`}
          initial={taken === undefined ? emptyStance : stanceFormOf(taken)}
          {...(recordedFor && { recordedFor })}
          onTaken={() => setChanging(false)}
        />
      ) : (
        <TakenStance
          stance={taken}
          whose={recordedFor}
          writtenDown={stanceWrittenDown(latest)}
          onChange={() => setChanging(true)}
        />
      )}
      <SayingStatus saying={saying} />
    </div>
  );
}

interface StanceRowsProps extends StanceBoxProps {
  readonly draftKey: string;
  readonly initial: StanceForm;
  readonly onTaken: () => void;
}

const rows = stances.map((id) => ({ id, ...stanceWords[id] }));

function StanceRows(props: StanceRowsProps) {
  const { proposal, seat, drafts, draftKey, initial, recordedFor, onTaken } = props;
  const { act, problem } = useAct();
  const [draft, setDraft, clear] = useDraft(drafts, draftKey, JSON.stringify(initial));
  const [problems, setProblems] = useState<StanceProblems>({});
  const form = stanceFromDraft(draft);
  const change = (field: keyof StanceForm, value: string) =>
    setDraft(JSON.stringify({ ...form, [field]: value }));

  function give(submit: FormEvent): void {
    submit.preventDefault();
    const read = stanceOf(form);
    setProblems(read.problems ?? {});
    if (read.stance === undefined) {
      const asked = submit.currentTarget;
      // What is missing may stand far above the button; it is marked once this has been drawn.
      requestAnimationFrame(() =>
        asked.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    const event = {
      kind: "stance-taken",
      proposal: proposal.id,
      seat: seat.id,
      stance: read.stance,
    } as const;
    if (!act(recordedFor === undefined ? event : { ...event, recordedFor })) return;
    clear();
    onTaken();
  }

  function choose(id: Stance["stance"]): void {
    const ground = form.ground === "" && seat.duty === "sign-off" ? seat.ground : form.ground;
    setDraft(JSON.stringify({ ...form, stance: id, ground }));
  }

  return (
    <form className={text.stack} onSubmit={give} noValidate>
      <ChoiceRows
        legend={recordedFor === undefined ? "Your stance" : `Stance of ${recordedFor.name}`}
        isLegendHidden
        options={rows}
        chosen={stances.find((one) => one === form.stance)}
        onChoose={choose}
        problem={problems.stance}
      >
        {form.stance !== "agree" && <Reasons form={form} problems={problems} onChange={change} />}
      </ChoiceRows>
      {problem !== undefined && <p className={text.problem}>{problem}</p>}
      <Button type="submit" appearance="primary" className={styles.give}>
        {recordedFor === undefined ? "Give my stance" : `Record for ${recordedFor.name}`}
      </Button>
    </form>
  );
}

interface ReasonsProps {
  readonly form: StanceForm;
  readonly problems: StanceProblems;
  readonly onChange: (field: keyof StanceForm, value: string) => void;
}

/** What opens inside the chosen row. */
function Reasons({ form, problems, onChange }: ReasonsProps) {
  return (
    <>
      {form.stance === "object" && (
        <LineField
          label="On what ground"
          value={form.ground}
          onChange={(value) => onChange("ground", value)}
          problem={problems.ground}
        />
      )}
      <BriefField
        label="Why"
        value={form.reason}
        onChange={(value) => onChange("reason", value)}
        problem={problems.reason}
      />
      {form.stance === "object" && (
        <BriefField
          label="What would change your mind"
          isOptional
          value={form.wouldChange}
          onChange={(value) => onChange("wouldChange", value)}
          problem={problems.wouldChange}
        />
      )}
    </>
  );
}

interface TakenStanceProps {
  readonly stance: Stance;
  readonly whose: Person | undefined;
  /** Who wrote it down, where that was somebody else. */
  readonly writtenDown: string | undefined;
  readonly onChange: () => void;
}

function TakenStance({ stance, whose, writtenDown, onChange }: TakenStanceProps) {
  return (
    <section className={styles.taken}>
      <h3 className={text.label}>
        {whose === undefined ? "Your stance" : `Stance of ${whose.name}`}
        {writtenDown !== undefined && ` · ${writtenDown}`}
      </h3>
      <p className={styles.stance}>{stanceWords[stance.stance].label}</p>
      {stance.reason !== undefined && <p className={styles.reason}>{stance.reason}</p>}
      <button type="button" className={text.link} onClick={onChange}>
        {whose === undefined ? "Change my stance" : "Change this stance"}
      </button>
    </section>
  );
}
