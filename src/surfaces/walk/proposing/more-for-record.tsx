import type { ReactNode } from "react";
import { withoutWords } from "#domain/proposing/detail-lines.ts";
import { counted } from "#domain/table/sentences.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { SelectField } from "#surfaces/shared/controls/select-field.tsx";
import { text } from "#surfaces/walk/text.ts";
import { LineList } from "./line-list.tsx";
import styles from "./more-for-record.module.css";
import type { ProposalDraft } from "./proposal-draft.ts";
import { type Offered, type ProposalProblems, limits } from "./proposal-of.ts";
import { SaidChoice } from "./said-choice.tsx";

interface MoreForRecordProps {
  readonly draft: ProposalDraft;
  readonly offered: Offered;
  /** What is being decided: the first option to hold against doing without. */
  readonly title: string;
  readonly problems: ProposalProblems;
  readonly onChange: (change: Partial<ProposalDraft>) => void;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** What a proposal may say beyond its sentence; folded, so that a quick one stays quick. */
export function MoreForRecord(props: MoreForRecordProps) {
  const { draft, offered, title, problems, onChange, isOpen, onToggle } = props;
  const summary = summaryOf(draft);
  return (
    <details
      className={text.fold}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        More for the record{summary !== "" && <span className={styles.summary}> · {summary}</span>}
      </summary>
      {isOpen && <div className={styles.more}>{parts()}</div>}
    </details>
  );

  function parts(): ReactNode {
    const list = { draft, problems };
    return (
      <>
        <OptionsPart {...list} title={title} onChange={onChange} />
        <LineList
          {...list}
          name="conditions"
          legend="On condition of"
          thing="Condition"
          fields={{ text: { kind: "brief" } }}
          onChange={(conditions) => onChange({ conditions })}
        />
        <SaidChoice
          legend="Goals it is measured by"
          said={offered.goals}
          chosen={draft.goals}
          onChoose={(goals) => onChange({ goals })}
          problem={problems.get("goals")}
        />
        <LineList
          {...list}
          name="milestones"
          legend="Milestones"
          thing="Milestone"
          fields={{
            what: { label: "What is done", kind: "line" },
            by: { label: "By when", kind: "day" },
            owner: { label: "Who answers for it", kind: "line", isOptional: true },
          }}
          onChange={(milestones) => onChange({ milestones })}
        />
        <SaidChoice
          legend="Who decides what from here on"
          said={offered.rights}
          chosen={draft.rights}
          onChoose={(rights) => onChange({ rights })}
          problem={problems.get("rights")}
        />
        <LineList
          {...list}
          name="communication"
          legend="Communication"
          thing="Message"
          fields={{
            to: { label: "Who is told", kind: "line" },
            by: { label: "By whom", kind: "line" },
          }}
          onChange={(communication) => onChange({ communication })}
        />
      </>
    );
  }
}

type OptionsPartProps = Pick<MoreForRecordProps, "draft" | "title" | "problems" | "onChange">;

function OptionsPart({ draft, title, problems, onChange }: OptionsPartProps) {
  const { others, chosen, without } = draft;
  const words = ({ text: option = "" }: Readonly<Record<string, string>>, at: number) =>
    option === "" ? `Option ${at + 1}` : option;
  return (
    <div className={styles.list}>
      <LineList
        draft={draft}
        problems={problems}
        name="others"
        legend="Options there were"
        thing="Option"
        first={{ text: title }}
        fields={{ text: { kind: "line" } }}
        onChange={(next) => onChange({ others: next })}
      >
        {others.length > 0 && (
          <BriefField
            label={`Option 0: ${withoutWords.toLocaleLowerCase("en")}`}
            isOptional
            value={without}
            limit={limits.without}
            onChange={(value) => onChange({ without: value })}
            problem={problems.get("without")}
          />
        )}
      </LineList>
      {others.length > 0 && (
        <SelectField
          label="Which one is proposed"
          value={String(Math.min(Number(chosen), others.length))}
          options={[
            ["0", withoutWords],
            ...others.map((one, at) => [String(at + 1), words(one, at)] as const),
          ]}
          onChange={(value) => onChange({ chosen: value })}
        />
      )}
    </div>
  );
}

/** What there is under the fold: "2 options, 1 condition"; empty where there is nothing. */
export function summaryOf(draft: ProposalDraft): string {
  const { others, conditions, milestones, goals, rights, communication } = draft;
  return [
    [others.length === 0 ? 0 : others.length + 1, "option"] as const,
    [conditions.length, "condition"] as const,
    [goals.length, "goal"] as const,
    [milestones.length, "milestone"] as const,
    [rights.length, "decision right"] as const,
    [communication.length, "message"] as const,
  ]
    .filter(([many]) => many > 0)
    .map(([many, thing]) => counted(many, thing))
    .join(", ");
}
