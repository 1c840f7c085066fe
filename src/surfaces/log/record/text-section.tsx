import { Lines, Section } from "./section.tsx";

interface TextSectionProps {
  readonly heading: string;
  /** Lines of plain text; nothing is shown where there are none. */
  readonly text: string;
}

/** One part of the record that is a list of lines. */
export function TextSection({ heading, text }: TextSectionProps) {
  if (text === "") return null;
  return (
    <Section heading={heading}>
      <Lines text={text} />
    </Section>
  );
}
