import { Field } from "./field.tsx";

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "url";
  readonly isOptional?: boolean;
  readonly problem?: string | undefined;
}

/** One line of text, a link or a day. */
export function LineField({ label, value, onChange, type = "text", ...rest }: LineFieldProps) {
  return (
    <Field label={label} {...rest}>
      {(control) => (
        <input
          {...control}
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
