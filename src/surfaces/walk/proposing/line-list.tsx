import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { type ListName, type ProposalDraft, lineFields } from "./proposal-draft.ts";
import { type ProposalProblems, mostLines } from "./proposal-of.ts";
import styles from "./more-for-record.module.css";

/** What a field of a line is called and how it is typed. */
interface FieldWords {
  /** The line's own name where it has no other field. */
  readonly label?: string;
  readonly kind: "line" | "brief" | "day";
  readonly isOptional?: boolean;
}

interface LineListProps {
  readonly name: ListName;
  readonly legend: string;
  /** "Condition": what one line is. */
  readonly thing: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly draft: ProposalDraft;
  readonly problems: ProposalProblems;
  readonly onChange: (lines: ProposalDraft[ListName]) => void;
  /** What stands above the lines. */
  readonly children?: ReactNode;
  /** What the first line that is added begins with. */
  readonly first?: Readonly<Record<string, string>>;
}

/** Lines of a few short fields, as many as are wanted. */
export function LineList(props: LineListProps) {
  const { name, legend, thing, fields, draft, problems, onChange } = props;
  const lines = draft[name];
  const place = useRef<HTMLFieldSetElement>(null);
  const adder = useRef<HTMLSpanElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    // What was asked for is where one goes on: the first field of the line that came.
    const groups = place.current?.querySelectorAll("[data-line]") ?? [];
    const newest = added > 0 ? groups[groups.length - 1] : undefined;
    newest?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [added]);

  function add(): void {
    const empty = Object.fromEntries(lineFields[name].map((field) => [field, ""]));
    onChange([...lines, lines.length === 0 ? { ...empty, ...props.first } : empty]);
    setAdded((times) => times + 1);
  }

  function remove(at: number): void {
    onChange(lines.filter((_, other) => other !== at));
    adder.current?.querySelector("button")?.focus();
  }

  return (
    <fieldset ref={place} className={styles.list}>
      <legend className={styles.legend}>{legend}</legend>
      {props.children}
      {lines.map((line, at) => (
        // Lines have nothing of their own to tell them apart by but their place.
        <LineBox key={at} name={lineFields[name].length > 1 ? `${thing} ${at + 1}` : undefined}>
          {lineFields[name].map((field) => {
            const {
              label = `${thing} ${at + 1}`,
              kind,
              isOptional = false,
            } = fields[field] ?? {
              kind: "line",
            };
            const shared = {
              label,
              isOptional,
              value: line[field] ?? "",
              onChange: (value: string) =>
                onChange(
                  lines.map((one, other) => (other === at ? { ...one, [field]: value } : one)),
                ),
              problem: problems.get(`${name}/${at}/${field}`),
            };
            return kind === "brief" ? (
              <BriefField key={field} {...shared} />
            ) : (
              <LineField key={field} {...shared} type={kind === "day" ? "date" : "text"} />
            );
          })}
          <Button
            size="small"
            appearance="subtle"
            className={styles.remove}
            onClick={() => remove(at)}
          >
            Remove {thing.toLocaleLowerCase("en")} {at + 1}
          </Button>
        </LineBox>
      ))}
      {lines.length < mostLines[name] && (
        <span ref={adder}>
          <Button size="small" onClick={add}>
            Add {lines.length === 0 ? article(thing) : "another"} {thing.toLocaleLowerCase("en")}
          </Button>
        </span>
      )}
    </fieldset>
  );
}

interface LineBoxProps {
  /** Absent where the line's only field carries it. */
  readonly name: string | undefined;
  readonly children: ReactNode;
}

function LineBox({ name, children }: LineBoxProps) {
  if (name === undefined) {
    return (
      <div data-line className={styles.line}>
        {children}
      </div>
    );
  }
  return (
    <fieldset data-line className={styles.line}>
      <legend className={hidden}>{name}</legend>
      {children}
    </fieldset>
  );
}

function article(thing: string): string {
  return /^[AEIOU]/u.test(thing) ? "an" : "a";
}
