import type { Site } from "#flows/ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { Button } from "@fluentui/react-components";
import part from "./part.module.css";

interface NoRightsProps {
  readonly site: Site;
  readonly onLookAgain: () => void;
}

/** This person may not make lists on the site: who can, and what to send them. */
export function NoRights({ site, onLookAgain }: NoRightsProps) {
  return (
    <section className={part.part} aria-labelledby="no-rights-heading">
      <h2 className={part.heading} id="no-rights-heading">
        You may not make lists on {site.name}
      </h2>
      <p className={part.quiet}>
        An owner of the site can: they make the lists once, and every meeting can use them. Send
        them this.
      </p>
      <TextToSend label="Text to send to an owner of the site" text={request(site)} />
      <div>
        <Button onClick={onLookAgain}>Look again</Button>
      </div>
    </section>
  );
}

function request({ name, webUrl }: Site): string {
  return [
    `Could you help me keep our decisions on ${name} (${webUrl})?`,
    "Quorate, a tab in our Teams meetings, writes them to two lists there: Decisions and Decision events. I may not create lists on that site.",
    "Either add the Quorate tab to a meeting yourself, choose this site and press Create both lists, or give me the right to edit lists there.",
  ].join("\n\n");
}
