import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { copyText } from "#surfaces/shared/saying/copy-text.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./export.module.css";
import type { ExportKind } from "./kinds.ts";
import { saveFile } from "./save-file.ts";

type Done =
  | { readonly kind: "saved" | "copied" }
  | { readonly kind: "refused"; readonly text: string };

/** One way to export: as a file, or copied where the meeting client lets no file through. */
export function ExportRow({ kind }: { readonly kind: ExportKind }) {
  const { name, use, file, type, write } = kind;
  const [done, setDone] = useState<Done>();
  const announce = useAnnounce();
  const tell = (what: Done) => {
    setDone(what);
    announce(noteOn(what, file));
  };
  const download = () => {
    saveFile(file, type, write());
    tell({ kind: "saved" });
  };
  const copy = () => {
    const text = write();
    void copyText(text).then((isCopied) =>
      tell(isCopied ? { kind: "copied" } : { kind: "refused", text }),
    );
  };
  return (
    <div className={styles.row}>
      <p className={styles.what}>
        <span className={styles.name}>{name}</span> <span className={styles.use}>{use}</span>
      </p>
      <Button size="small" aria-label={`Download: ${name}`} onClick={download}>
        Download
      </Button>
      <Button size="small" aria-label={`Copy: ${name}`} onClick={copy}>
        Copy
      </Button>
      {done !== undefined && <p className={styles.note}>{noteOn(done, file)}</p>}
      {done?.kind === "refused" && (
        <textarea
          className={styles.text}
          aria-label={`Text to copy: ${name}`}
          readOnly
          rows={6}
          value={done.text}
          // Selected at once: the one thing to do here is to press Ctrl+C.
          ref={(box) => {
            box?.focus();
            box?.select();
          }}
        />
      )}
    </div>
  );
}

function noteOn({ kind }: Done, file: string): string {
  switch (kind) {
    case "saved":
      return `Look for ${file} among your downloads. If it is not there, copy it instead.`;
    case "copied":
      return "Copied.";
    case "refused":
      return "Teams did not allow copying. The text below is selected: press Ctrl+C.";
  }
}
