import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Sheet } from "./sheet.tsx";

/** Overrides what blocks, with a reason that goes into the record. */
export function StartAnywaySheet({ onClose }: { readonly onClose: () => void }) {
  const { act, problem } = useAct();
  const [why, setWhy] = useState("");
  const [isMissing, setMissing] = useState(false);

  function start(): void {
    const override = cleanText(why);
    setMissing(override === "");
    if (override !== "" && act({ kind: "walk-started", override })) onClose();
  }

  return (
    <Sheet title="Start anyway" onClose={onClose}>
      <BriefField
        label="Why you start without it. This goes into the record."
        value={why}
        onChange={setWhy}
        problem={isMissing ? "Say why in one sentence." : problem}
      />
      <Button appearance="primary" onClick={start}>
        Start the walk
      </Button>
    </Sheet>
  );
}
