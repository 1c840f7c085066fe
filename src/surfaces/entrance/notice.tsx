import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  readonly title: string;
  readonly children: string;
  /** What helps, where this person can do something about it. */
  readonly action?: { readonly label: string; readonly act: () => Promise<void> };
  /** For the administrator: a request id, a permission's name. */
  readonly detail?: string;
}

/** A surface that cannot open, what that means, and the one thing that helps. */
export function Notice({ title, children, action, detail }: NoticeProps) {
  const [isBusy, setBusy] = useState(false);
  const act = (): void => {
    setBusy(true);
    void action?.act().finally(() => setBusy(false));
  };
  return (
    <main className={styles.notice}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{children}</p>
      {action !== undefined && (
        <Button appearance="primary" disabledFocusable={isBusy} onClick={act}>
          {action.label}
        </Button>
      )}
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
    </main>
  );
}
