import { denominatorOf, isCounting, shareOf, withMethod } from "#domain/deciding/counting.ts";
import type { Quorum, Rule } from "#domain/deciding/rule.ts";
import { counted } from "#domain/table/sentences.ts";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { SelectField } from "#surfaces/shared/controls/select-field.tsx";
import { denominatorWords, methodWords, shareWords } from "./rule-words.ts";

interface RuleChoiceProps {
  readonly legend: string;
  readonly rule: Rule;
  /** How many drivers there are: the most a quorum can ask for. */
  readonly drivers: number;
  readonly onChoose: (rule: Rule) => void;
  /** `rows` with a meaning each, `segments` where there is little room. */
  readonly layout: "rows" | "segments";
}

/** How the table decides: the method, what it counts over, and the quorum. */
export function RuleChoice({ legend, rule, drivers, onChoose, layout }: RuleChoiceProps) {
  const counting = isCounting(rule.method) && <CountingChoice rule={rule} onChoose={onChoose} />;
  const isRoomy = layout === "rows";
  return (
    <>
      <ChoiceRows
        legend={legend}
        layout={layout}
        options={isRoomy ? methodWords : methodWords.map(({ id, label }) => ({ id, label }))}
        chosen={rule.method}
        onChoose={(method) => onChoose(withMethod(rule, method))}
      >
        {isRoomy && counting !== false ? counting : undefined}
      </ChoiceRows>
      {!isRoomy && counting}
      <QuorumChoice
        quorum={rule.quorum}
        drivers={drivers}
        onChoose={(quorum) => onChoose({ ...rule, quorum })}
      />
    </>
  );
}

/** How much is needed of whom. */
function CountingChoice({ rule, onChoose }: Pick<RuleChoiceProps, "rule" | "onChoose">) {
  const denominator = denominatorOf(rule);
  const share = shareOf(rule);
  return (
    <>
      {share !== undefined && (
        <ChoiceRows
          legend="How many must agree"
          layout="segments"
          options={shareWords}
          chosen={share}
          onChoose={(chosen) => onChoose({ ...rule, share: chosen })}
        />
      )}
      {denominator !== undefined && (
        <SelectField
          label="Counted over"
          value={denominator}
          options={denominatorWords.map(({ id, label }) => [id, label] as const)}
          onChange={(chosen) => onChoose({ ...rule, denominator: chosen })}
          hint={denominatorWords.find(({ id }) => id === denominator)?.meaning}
        />
      )}
    </>
  );
}

interface QuorumChoiceProps {
  readonly quorum: Quorum;
  readonly drivers: number;
  readonly onChoose: (quorum: Quorum) => void;
}

const required = "required";

/** How many drivers must be there. */
function QuorumChoice({ quorum, drivers, onChoose }: QuorumChoiceProps) {
  const now = quorum.kind === "count" ? quorum.drivers : 0;
  // A quorum chosen while there were more seats stays on offer: it is not changed by looking at it.
  const numbers = Array.from({ length: Math.max(1, drivers, now) }, (_, at) => at + 1);
  return (
    <SelectField
      label="Quorum"
      value={quorum.kind === "count" ? String(quorum.drivers) : required}
      options={[
        [required, "All required drivers"],
        ...numbers.map(
          (number) => [String(number), `At least ${counted(number, "driver")}`] as const,
        ),
      ]}
      onChange={(chosen) =>
        onChoose(
          chosen === required
            ? { kind: "required-drivers" }
            : { kind: "count", drivers: Number(chosen) },
        )
      }
    />
  );
}
