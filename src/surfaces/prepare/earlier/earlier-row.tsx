import type { Relation } from "#domain/linking/link.ts";
import type { Earlier } from "#domain/looking-back/earlier.ts";
import { linkChoices } from "#domain/looking-back/link-choices.ts";
import { listed } from "#domain/table/sentences.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { NewsForm } from "./news-form.tsx";
import { PastLine } from "./past-line.tsx";
import styles from "./past.module.css";

const acts: { readonly [R in Relation]: string } = {
  "builds-on": "Builds on it",
  supersedes: "Supersedes it",
  reverses: "Reverses it",
  reopens: "Reopen with what is new…",
};

interface EarlierRowProps {
  readonly earlier: Earlier<KeptDecision>;
}

/** An earlier decision that was found, by which words, and how this one may speak of it. */
export function EarlierRow({ earlier: { past, words } }: EarlierRowProps) {
  const { tell, drafts, meeting, openLink } = usePreparing();
  const [isReopening, setReopening] = useState(false);
  const { decision, title, status } = past.row;
  const link = (relation: Relation, news?: string): boolean =>
    tell({
      kind: "decision-linked",
      link: { relation, to: decision, title, ...(news !== undefined && { news }) },
    });
  return (
    <PastLine kept={past} openLink={openLink}>
      {words.length > 0 && <span className={styles.quiet}>Both speak of {listed(words)}.</span>}
      {isReopening ? (
        <NewsForm
          label="What is new since then"
          confirm="Reopen it"
          drafts={drafts}
          draftKey={`news:${meeting.opened?.decision ?? ""}:${decision}`}
          onSay={(news) => link("reopens", news)}
          onCancel={() => setReopening(false)}
        />
      ) : (
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>This decision</legend>
          {linkChoices(status).map((relation) => (
            <Button
              key={relation}
              size="small"
              aria-label={`${acts[relation]}: ${title}`}
              onClick={() => (relation === "reopens" ? setReopening(true) : void link(relation))}
            >
              {acts[relation]}
            </Button>
          ))}
        </fieldset>
      )}
    </PastLine>
  );
}
