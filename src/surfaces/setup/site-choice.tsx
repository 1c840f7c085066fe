import type { Site } from "#flows/ports.ts";
import type { SettingUp } from "#flows/setup/setting-up.ts";
import type { SetupPicture } from "#flows/setup/setup-state.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { Button, Input, Link } from "@fluentui/react-components";
import { type FormEvent, useId, useState } from "react";
import { AllowButton } from "./allow-button.tsx";
import { GrantedSite } from "./granted-site.tsx";
import part from "./part.module.css";
import styles from "./site-choice.module.css";

interface SiteChoiceProps {
  readonly picture: SetupPicture;
  readonly settingUp: SettingUp;
  readonly openLink: (url: string) => void;
  readonly onAllow: (scopes: readonly string[]) => void;
  /** Quorate was granted one site: there is nothing to search. */
  readonly isGrantedOnly: boolean;
}

/** The site the decisions are kept on: the recommended one, or one found by name. */
export function SiteChoice(props: SiteChoiceProps) {
  const { picture, settingUp, openLink, onAllow, isGrantedOnly } = props;
  const { recommended, chosen, finding } = picture;
  const [searching, setSearching] = useState(false);
  const open = !isGrantedOnly && (searching || (!finding && recommended === undefined));
  const sites = offered(picture);
  return (
    <fieldset className={part.part}>
      <legend className={part.heading}>The site</legend>
      {finding && <p className={part.quiet}>Looking for the recommended site…</p>}
      {open && <Search picture={picture} settingUp={settingUp} />}
      {picture.search.kind === "failed" && (
        <AllowButton why={picture.search.why} onAllow={onAllow} />
      )}
      <div className={styles.sites}>
        {sites.map((site) => (
          <SiteRow
            key={site.id}
            site={site}
            isChosen={site.id === chosen?.id}
            isRecommended={site.id === recommended?.id}
            onChoose={() => void settingUp.choose(site)}
          />
        ))}
      </div>
      {isGrantedOnly && <GrantedSite picture={picture} settingUp={settingUp} />}
      <div className={part.links}>
        {!open && !isGrantedOnly && (
          <Link as="button" onClick={() => setSearching(true)}>
            Choose another site
          </Link>
        )}
        {chosen !== undefined && (
          <Link as="button" onClick={() => openLink(chosen.webUrl)}>
            Open {chosen.name} in SharePoint
          </Link>
        )}
      </div>
    </fieldset>
  );
}

/** What may be chosen: the recommended one first, the chosen one always, then what was found. */
function offered({ recommended, chosen, search }: SetupPicture): readonly Site[] {
  const found = search.kind === "found" ? search.sites : [];
  const all = [recommended, ...found, chosen].filter((site) => site !== undefined);
  return [...new Map(all.map((site) => [site.id, site])).values()];
}

interface SiteRowProps {
  readonly site: Site;
  readonly isChosen: boolean;
  readonly isRecommended: boolean;
  readonly onChoose: () => void;
}

function SiteRow({ site, isChosen, isRecommended, onChoose }: SiteRowProps) {
  return (
    <label className={styles.site} data-chosen={isChosen}>
      <input
        className={styles.radio}
        type="radio"
        name="site"
        checked={isChosen}
        onChange={onChoose}
      />
      <span className={styles.tile} aria-hidden="true">
        {initialOf(site.name)}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{site.name}</span>
        <span className={styles.address}>{site.webUrl.replace(/^https?:\/\//u, "")}</span>
      </span>
      {isRecommended && <span className={styles.tag}>Recommended</span>}
    </label>
  );
}

function Search({
  picture: { search },
  settingUp,
}: Pick<SiteChoiceProps, "picture" | "settingUp">) {
  const [text, setText] = useState("");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") void settingUp.searchFor(text.trim());
  };
  return (
    <form onSubmit={submit} className={part.part}>
      <label htmlFor={id}>Find a site by its name</label>
      <div className={styles.search}>
        <Input
          id={id}
          className={styles.field}
          type="search"
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
        <Button type="submit">Find sites</Button>
      </div>
      <output className={part.quiet}>
        {search.kind === "searching" && "Looking…"}
        {search.kind === "failed" && adviceFor(search.why)}
        {search.kind === "found" && foundWords(search.text, search.sites.length)}
      </output>
    </form>
  );
}

function foundWords(text: string, count: number): string {
  if (count === 0) return `No site you can open is called “${text}”. Try another word of its name.`;
  return count === 1 ? "1 site found." : `${count} sites found.`;
}

function initialOf(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? "?").toUpperCase();
}
