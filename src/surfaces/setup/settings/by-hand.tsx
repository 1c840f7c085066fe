import type { SettingName, Site } from "#flows/ports.ts";
import type { StoreError } from "#flows/store-error.ts";
import { AllowButton } from "#surfaces/setup/allow-button.tsx";
import { looks } from "#surfaces/setup/looks.ts";
import { copyText } from "#surfaces/shared/saying/copy-text.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./by-hand.module.css";
import { whyByHand } from "./setting-words.ts";

const { part } = looks;

interface ByHandProps {
  readonly site: Site;
  readonly settings: readonly SettingName[];
  readonly why: StoreError;
  readonly script: string;
  readonly onAgain: () => void;
  readonly onAllow: (scopes: readonly string[]) => void;
}

/** Why Quorate leaves something to a person, the way to let it try again, and the steps by hand. */
export function ByHand({ site, settings, why, script, onAgain, onAllow }: ByHandProps) {
  return (
    <>
      <p className={part.quiet}>{whyByHand(why)}</p>
      <div className={part.links}>
        <AllowButton why={why} onAllow={onAllow} />
        <Button onClick={onAgain}>Try again</Button>
      </div>
      <details className={styles.steps}>
        <summary>Do it by hand instead</summary>
        {settings.includes("views") && <ViewsByHand site={site} script={script} />}
        {settings.includes("write-security") && <RightsByHand site={site} />}
      </details>
    </>
  );
}

const notes = {
  idle: "",
  copied: "Copied.",
  // A meeting client may forbid a tab the clipboard.
  refused: "Teams did not allow copying. Open this page in a browser and copy it there.",
};

function ViewsByHand({ site, script }: Pick<ByHandProps, "site" | "script">) {
  const [note, setNote] = useState<keyof typeof notes>("idle");
  const copy = () => {
    void copyText(script).then((done) => setNote(done ? "copied" : "refused"));
  };
  return (
    <>
      <h3 className={styles.heading}>Views and formatting</h3>
      <ol>
        <li>
          Copy the site script and save it as a file, <code>quorate-views.json</code>.
          <div className={styles.row}>
            <Button onClick={copy}>Copy the site script</Button>
            <output>{notes[note]}</output>
          </div>
        </li>
        <li>
          An owner of the site runs it with PnP PowerShell:
          <pre className={styles.code}>{commandsFor(site)}</pre>
        </li>
        <li>
          Or a SharePoint administrator adds it once with <code>Add-SPOSiteScript</code> and applies
          it to the site.
        </li>
      </ol>
    </>
  );
}

/** An address may hold a quote, which would end the command's text: it is doubled. */
function commandsFor({ webUrl }: Site): string {
  return [
    `Connect-PnPOnline '${webUrl.replaceAll("'", "''")}' -Interactive`,
    "Invoke-PnPSiteScript -Script (Get-Content quorate-views.json -Raw)",
  ].join("\n");
}

function RightsByHand({ site }: Pick<ByHandProps, "site">) {
  return (
    <>
      <h3 className={styles.heading}>Only authors may change their rows</h3>
      <ol>
        <li>Open the list Decision events on {site.name} as an owner.</li>
        <li>Choose Settings, List settings, More list settings, then Advanced settings.</li>
        <li>
          Under Item-level permissions, Create and Edit access, choose “Create items and edit items
          that were created by the user”, then OK.
        </li>
      </ol>
    </>
  );
}
