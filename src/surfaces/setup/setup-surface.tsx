import type { QuestionList } from "#domain/questions/question.ts";
import { builtInLists } from "#domain/questions/lists.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import type { ListSettings, Provisioning, SetupHost } from "#flows/ports.ts";
import { type SettingUp, openSettingUp } from "#flows/setup/setting-up.ts";
import { barredBy, placeOf } from "#flows/setup/setup-state.ts";
import { Page } from "#surfaces/page/page.tsx";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useEffect, useState, useSyncExternalStore } from "react";
import { NoRights } from "./no-rights.tsx";
import { QuestionListChoice } from "./question-list-choice.tsx";
import { SetupLines } from "./setup-lines.tsx";
import { SettingLines } from "./settings/setting-lines.tsx";
import { SiteChoice } from "./site-choice.tsx";
import styles from "./setup-surface.module.css";
import { standing } from "./standing.ts";

export interface SetupSurfaceProps {
  readonly provisioning: Provisioning;
  readonly listSettings: ListSettings;
  readonly host: SetupHost;
  readonly recommendedSiteId?: string | undefined;
  readonly openLink: (url: string) => void;
  /** Set where an administrator granted Quorate one site instead of all. */
  readonly isGrantedOnly?: boolean;
  /** Asks for permissions that were never consented to; only from a click. */
  readonly askConsent?: (scopes: readonly string[]) => Promise<void>;
  /** The question lists this deployment offers; the first is chosen. */
  readonly questionLists?: readonly QuestionList[];
}

/** The configuration page: where decisions are kept, and which questions this meeting starts with. */
export function SetupSurface(props: SetupSurfaceProps) {
  const { provisioning, listSettings, host, recommendedSiteId, openLink } = props;
  const { questionLists = builtInLists, isGrantedOnly = false } = props;
  const [settingUp] = useState(() =>
    openSettingUp({
      provisioning,
      listSettings,
      questionListId: (questionLists[0] ?? technologyDecision).id,
      ...(recommendedSiteId !== undefined && { recommendedSiteId }),
    }),
  );
  const picture = useSyncExternalStore(settingUp.subscribe, settingUp.picture);
  useSave(host, settingUp);
  const words = standing(picture, isGrantedOnly);
  const announce = useAnnounce();
  useEffect(() => announce(words), [announce, words]);
  const barred = barredBy(picture);
  const allow = (scopes: readonly string[]) => {
    const again = () => void settingUp.lookAgain();
    // Declined is an answer too: what failed says so again.
    void props.askConsent?.(scopes).then(again, again);
  };
  const allowSettings = (scopes: readonly string[]) => {
    const apply = () => void settingUp.applySettings();
    void props.askConsent?.(scopes).then(apply, apply);
  };

  return (
    <Page
      narrow
      title="Where should decisions be kept?"
      lead="In SharePoint lists of your own, on a site that everybody in this meeting can open. Nothing leaves your tenant."
    >
      <div className={styles.parts}>
        <SiteChoice
          picture={picture}
          settingUp={settingUp}
          openLink={openLink}
          onAllow={allow}
          isGrantedOnly={isGrantedOnly}
        />
        {picture.chosen !== undefined && barred === undefined && (
          <SetupLines picture={picture} settingUp={settingUp} onAllow={allow} />
        )}
        {picture.chosen !== undefined && barred === undefined && (
          <SettingLines
            site={picture.chosen}
            lines={picture.settings}
            script={listSettings.script}
            onApply={(only) => void settingUp.applySettings(only)}
            onAllow={allowSettings}
          />
        )}
        {picture.chosen !== undefined && barred !== undefined && (
          <NoRights
            site={picture.chosen}
            isGrantedOnly={isGrantedOnly}
            onLookAgain={() => void settingUp.lookAgain()}
          />
        )}
        <QuestionListChoice
          lists={questionLists}
          chosen={picture.questionListId}
          onChoose={settingUp.startWith}
        />
        <p className={styles.standing} data-ready={placeOf(picture) !== undefined}>
          {words}
        </p>
      </div>
    </Page>
  );
}

/** Keeps the Save button of Teams in step, and answers it with what was chosen. */
function useSave(host: SetupHost, settingUp: SettingUp): void {
  const picture = useSyncExternalStore(settingUp.subscribe, settingUp.picture);
  const ready = placeOf(picture) !== undefined;
  useEffect(() => host.setSaveEnabled(ready), [host, ready]);
  useEffect(() => {
    host.onSave(() => {
      const now = settingUp.picture();
      const place = placeOf(now);
      if (place === undefined) throw new Error("Save was pressed before the lists were ready.");
      return { place, questionListId: now.questionListId };
    });
  }, [host, settingUp]);
}
