import { useEffect, useRef } from "react";
import { Field } from "./field.tsx";

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "url";
  readonly isOptional?: boolean;
  readonly problem?: string | undefined;
  /** Whether it asks for the focus when it appears: for a field that somebody just opened. */
  readonly takesFocus?: boolean;
}

/** One line of text, a link or a day. */
export function LineField(props: LineFieldProps) {
  const { label, value, onChange, type = "text", takesFocus = false, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  return (
    <Field label={label} {...rest}>
      {(control) => (
        <input
          {...control}
          ref={input}
          // A link is checked by our own sentence: the browser's bubble speaks another language.
          type={type === "url" ? "text" : type}
          inputMode={type === "url" ? "url" : undefined}
          autoComplete="off"
          value={value}
          onChange={(change) => onChange(change.target.value)}
        />
      )}
    </Field>
  );
}
