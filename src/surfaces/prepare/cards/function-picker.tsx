import { type BusinessFunction, commonFunctions } from "#domain/table/business-function.ts";
import { cleanText } from "#domain/text.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { Button } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import styles from "./function-picker.module.css";

interface FunctionPickerProps {
  readonly chosen: readonly BusinessFunction[];
  readonly onChange: (functions: readonly BusinessFunction[]) => void;
}

const most = 20;

/** The functions the outcome needs: each must have a driver at the table. */
export function FunctionPicker({ chosen, onChange }: FunctionPickerProps) {
  const others = chosen.filter((name) => !commonFunctions.includes(name));
  const toggle = (name: BusinessFunction) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <fieldset className={styles.picker}>
      <legend className={fieldStyles.label}>Whose functions does the outcome need?</legend>
      <span className={fieldStyles.hint}>Each of them must have a driver at the table.</span>
      <div className={styles.chips}>
        {[...commonFunctions, ...others].map((name) => (
          <label key={name} className={styles.chip} data-chosen={chosen.includes(name)}>
            <input
              type="checkbox"
              className={styles.box}
              checked={chosen.includes(name)}
              onChange={() => toggle(name)}
            />
            {chosen.includes(name) && (
              <svg viewBox="0 0 12 12" className={styles.tick} aria-hidden="true">
                <path d="m2 6.4 2.6 2.6L10 3.4" />
              </svg>
            )}
            {name}
          </label>
        ))}
      </div>
      {chosen.length < most && (
        <OtherFunction onAdd={(name) => !chosen.includes(name) && toggle(name)} />
      )}
    </fieldset>
  );
}

function OtherFunction({ onAdd }: { readonly onAdd: (name: BusinessFunction) => void }) {
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const name = cleanText(text);
    if (name === "") return;
    onAdd(name as BusinessFunction);
    setText("");
  };
  return (
    <form className={styles.other} onSubmit={add}>
      <input
        className={fieldStyles.input}
        aria-label="Another function"
        placeholder="Another function"
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
