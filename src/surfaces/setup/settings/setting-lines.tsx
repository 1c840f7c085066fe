import type { SettingName, Site } from "#flows/ports.ts";
import { type SettingLine, type SettingState, isBusySetting } from "#flows/setup/setup-state.ts";
import { type Mark, StateMark } from "#surfaces/page/state-mark.tsx";
import { looks } from "#surfaces/setup/looks.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ByHand } from "./by-hand.tsx";
import { type SettingWords, settingNews, settingWords } from "./setting-words.ts";

const { part, lines: styles } = looks;

interface SettingLinesProps {
  readonly site: Site;
  readonly lines: readonly SettingLine[];
  /** Views and looks as a site script, for a person to run. */
  readonly script: string;
  /** Applies one setting, or looks again and applies what is missing. */
  readonly onApply: (only?: SettingName) => void;
  readonly onAllow: (scopes: readonly string[]) => void;
}

/** What only SharePoint itself can set on the lists. Nothing here holds Save back. */
export function SettingLines({ site, lines, script, onApply, onAllow }: SettingLinesProps) {
  const byHand = lines.filter(({ state }) => state.kind === "by-hand");
  const isBusy = lines.some((line) => isBusySetting(line));
  const [first] = byHand;
  const news = settingNews(lines);
  const announce = useAnnounce();
  useEffect(() => {
    if (news !== "") announce(news);
  }, [announce, news]);
  return (
    <section className={part.part} aria-labelledby="settings-heading">
      <h2 className={part.heading} id="settings-heading">
        How the lists look and who may change them
      </h2>
      <p className={part.quiet}>Optional: you can save without it and come back later.</p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line
            key={line.setting}
            line={line}
            isBusy={isBusy}
            onApply={() => onApply(line.setting)}
          />
        ))}
      </ul>
      {first?.state.kind === "by-hand" && (
        <ByHand
          site={site}
          settings={byHand.map(({ setting }) => setting)}
          why={first.state.why}
          script={script}
          onAgain={() => onApply()}
          onAllow={onAllow}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly line: SettingLine;
  /** While any setting is looked at or applied. */
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

function Line({ line: { setting, state }, isBusy, onApply }: LineProps) {
  const words: SettingWords = settingWords[setting];
  const verb = offers[state.kind];
  const item = useRef<HTMLLIElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone: the keyboard stays where it was.
    if (!wasPressed.current || verb !== undefined) return;
    wasPressed.current = false;
    item.current?.focus();
  }, [verb]);
  const press = () => {
    wasPressed.current = true;
    onApply();
  };
  return (
    <li className={styles.line} ref={item} tabIndex={-1}>
      <StateMark mark={marks[state.kind]} />
      <span className={styles.name}>{words.name}</span>
      <span className={styles.state}>{stateWords[state.kind]}</span>
      <div className={styles.more}>
        {words.purpose}
        {state.kind === "by-hand" && ` ${words.without}`}
        {state.kind === "differs" && (
          <ul className={styles.differences}>
            {state.differences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {verb !== undefined && (
          <div className={styles.act}>
            <Button
              size="small"
              disabledFocusable={isBusy}
              onClick={press}
              aria-label={`${verb}: ${words.name}`}
            >
              {verb}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

const offers: { readonly [kind in SettingState["kind"]]?: string } = {
  "will-be-applied": "Apply",
  "being-applied": "Apply",
  differs: "Repair",
};

const marks: { readonly [kind in SettingState["kind"]]: Mark } = {
  waiting: "to-do",
  looking: "busy",
  "will-be-applied": "to-do",
  differs: "warn",
  "being-applied": "busy",
  ready: "done",
  "by-hand": "warn",
};

const stateWords: { readonly [kind in SettingState["kind"]]: string } = {
  waiting: "will be applied",
  looking: "looking…",
  "will-be-applied": "not applied yet",
  differs: "differs",
  "being-applied": "being applied…",
  ready: "ready",
  "by-hand": "needs a person",
};
