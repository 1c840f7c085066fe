import type { Site } from "#flows/ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { Button } from "@fluentui/react-components";
import part from "./part.module.css";

interface NoRightsProps {
  readonly site: Site;
  /** Quorate itself may not: who owns the site does not matter. */
  readonly isGrantedOnly: boolean;
  readonly onLookAgain: () => void;
}

/** Lists cannot be made on the site by this person: who can, and what to send them. */
export function NoRights({ site, isGrantedOnly, onLookAgain }: NoRightsProps) {
  const who = isGrantedOnly ? "your administrator" : "an owner of the site";
  return (
    <section className={part.part} aria-labelledby="no-rights-heading">
      <h2 className={part.heading} id="no-rights-heading">
        You may not make lists on {site.name}
      </h2>
      <p className={part.quiet}>
        {isGrantedOnly
          ? "Quorate was granted the right to write there, not to make lists, or you may not make any yourself. Your administrator makes them once, and every meeting can use them. Send them this."
          : "An owner of the site can: they make the lists once, and every meeting can use them. Send them this."}
      </p>
      <TextToSend
        label={`Text to send to ${who}`}
        text={isGrantedOnly ? administratorsTask(site) : request(site)}
      />
      <div>
        <Button onClick={onLookAgain}>Look again</Button>
      </div>
    </section>
  );
}

function administratorsTask({ name, webUrl }: Site): string {
  return [
    `Could you make the lists for our decisions on ${name} (${webUrl})?`,
    "Quorate, a tab in our Teams meetings, writes to two lists there: Decisions and Decision events. It was granted this site, but the lists cannot be made from the tab.",
    "In Quorate's folder, run: npx quorate provision. It makes the lists with their columns and views, and running it again is safe.",
  ].join("\n\n");
}

function request({ name, webUrl }: Site): string {
  return [
    `Could you help me keep our decisions on ${name} (${webUrl})?`,
    "Quorate, a tab in our Teams meetings, writes them to two lists there: Decisions and Decision events. I may not create lists on that site.",
    "Either add the Quorate tab to a meeting yourself, choose this site and press Create both lists, or give me the right to edit lists there.",
  ].join("\n\n");
}
