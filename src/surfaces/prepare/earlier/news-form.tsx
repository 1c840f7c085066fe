import { briefLimit, cleanText } from "#domain/text.ts";
import type { Drafts } from "#flows/ports.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import styles from "./past.module.css";

interface NewsFormProps {
  readonly label: string;
  readonly confirm: string;
  readonly before?: string | undefined;
  readonly drafts: Drafts;
  readonly draftKey: string;
  /** Says whether it was taken; if not, the text stays here. */
  readonly onSay: (news: string) => boolean;
  readonly onCancel: () => void;
}

/** What is new since an earlier decision, in at most 280 characters. */
export function NewsForm(props: NewsFormProps) {
  const { label, confirm, before = "", drafts, draftKey, onSay, onCancel } = props;
  const [text, setText, clear] = useDraft(drafts, draftKey, before);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("textarea")?.focus(), []);
  const news = cleanText(text);
  const isFit = news !== "" && news.length <= briefLimit;
  const say = () => {
    if (isFit && onSay(news)) clear();
  };
  const cancel = () => {
    clear();
    onCancel();
  };
  return (
    <div ref={place} className={styles.news}>
      <BriefField label={label} value={text} onChange={setText} />
      <div className={styles.acts}>
        <Button size="small" appearance="primary" disabledFocusable={!isFit} onClick={say}>
          {confirm}
        </Button>
        <Button size="small" appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
