import type { Frame } from "#domain/decision/frame.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import { SavedField } from "#surfaces/page/saved-field.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { EarlierDecisions } from "#surfaces/prepare/earlier/earlier-decisions.tsx";
import { Card } from "./card.tsx";
import { FrameToRead } from "./frame-to-read.tsx";
import { FunctionPicker } from "./function-picker.tsx";

type FrameText = "title" | "context" | "outcome" | "without";

const fields: readonly {
  readonly key: FrameText;
  readonly label: string;
  readonly hint: string;
  readonly limit: number;
}[] = [
  {
    key: "title",
    label: "What would be done",
    hint: "In the imperative: “Replace …”, “Build …”, “Stop …”.",
    limit: 140,
  },
  {
    key: "context",
    label: "Why now",
    hint: "What has changed, and what happens if you wait.",
    limit: 1000,
  },
  {
    key: "outcome",
    label: "Wanted outcome",
    hint: "What people would notice, with a number if there is one.",
    limit: 500,
  },
  {
    key: "without",
    label: "What if we don’t?",
    hint: "The option of doing without, told fairly.",
    limit: 500,
  },
];

/** What is to be decided, why now, and what happens without it. */
export function DecisionCard() {
  const { meeting, me, canPrepare, drafts, tell, spot } = usePreparing();
  const { frame, opened, framed } = meeting;
  // Each text is saved alone, on top of the latest frame: two people at two fields lose nothing.
  const save = (change: Partial<Frame>) =>
    tell({ kind: "decision-framed", frame: { ...frame, ...change } });
  const savedBy = framed === undefined || framed.by.id === me.id ? undefined : framed.by.name;
  return (
    <Card
      id="decision"
      number={1}
      name="Decision"
      summary={summaryOf(frame)}
      isMissing={!isFramed(frame)}
      aside={savedBy !== undefined && `Last changed by ${savedBy}`}
      kinds={["decision-framed", "decision-linked", "decision-unlinked"]}
      openWord={isFramed(frame) ? "Edit" : "Fill in"}
      alwaysOpens
    >
      {canPrepare &&
        fields.map(({ key, label, hint, limit }, index) => (
          <SavedField
            key={key}
            label={label}
            hint={hint}
            limit={limit}
            saved={frame[key]}
            savedBy={savedBy}
            large={key === "title"}
            focus={index === 1 && spot?.card === "decision" && frame.context === ""}
            mayBeEmpty={key !== "title"}
            drafts={drafts}
            draftKey={`frame:${opened?.decision ?? ""}:${key}`}
            onSave={(text) => save({ [key]: text })}
          />
        ))}
      {canPrepare ? (
        <FunctionPicker
          chosen={frame.functions}
          onChange={(functions: readonly BusinessFunction[]) => void save({ functions })}
        />
      ) : (
        <FrameToRead frame={frame} />
      )}
      <EarlierDecisions />
    </Card>
  );
}

/** Whether the frame says what a table needs to know before it meets. */
export function isFramed({ context, outcome, functions }: Frame): boolean {
  return context !== "" && outcome !== "" && functions.length > 0;
}

function summaryOf({ outcome, without, context, functions }: Frame): string {
  if (outcome === "" && context === "") return "Say why now, and which outcome you want.";
  if (functions.length === 0) return "Say which functions the outcome needs.";
  const parts = [outcome === "" ? "" : `Wanted: ${unended(outcome)}`];
  if (without !== "") parts.push(`Without it: ${unended(without)}`);
  return parts.filter((part) => part !== "").join(" · ") || context;
}

/** A sentence as one part of a line, which a dot already sets apart. */
function unended(sentence: string): string {
  return sentence.replace(/(?<!\.)\.$/u, "");
}
