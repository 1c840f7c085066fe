import type { ListName } from "#flows/ports.ts";
import type { SettingUp } from "#flows/setup/setting-up.ts";
import {
  type LineState,
  type SetupLine,
  type SetupPicture,
  canMakeReady,
  isWorkToDo,
  mayWantRoles,
  shownLines,
} from "#flows/setup/setup-state.ts";
import { type Mark, StateMark } from "#surfaces/page/state-mark.tsx";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { Button, Checkbox } from "@fluentui/react-components";
import { AllowButton } from "./allow-button.tsx";
import part from "./part.module.css";
import styles from "./setup-lines.module.css";

interface SetupLinesProps {
  readonly picture: SetupPicture;
  readonly settingUp: SettingUp;
  readonly onAllow: (scopes: readonly string[]) => void;
}

const createWords: Readonly<Record<number, string>> = {
  1: "Create the list",
  2: "Create both lists",
};

const purposes: { readonly [list in ListName]: string } = {
  Decisions: "What was decided, for people to read and review.",
  "Decision events": "Everything that was said, in order. Quorate writes it, nobody edits it.",
  "Decision roles": "Who usually sits where, so that seats fill themselves. Kept by people.",
};

/** The lists of the chosen site, each on its way to ready. */
export function SetupLines({ picture, settingUp, onAllow }: SetupLinesProps) {
  const lines = shownLines(picture);
  const missing = lines.filter(({ state }) => state.kind === "will-be-created").length;
  const failure = lines.find(({ state }) => state.kind === "failed")?.state;
  return (
    <section className={part.part} aria-labelledby="lists-heading">
      <h2 className={part.heading} id="lists-heading">
        The lists
      </h2>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line
            key={line.list}
            line={line}
            onRepair={() => void settingUp.makeReady(line.list)}
            canRepair={canMakeReady(picture)}
          />
        ))}
      </ul>
      {mayWantRoles(picture) && (
        <Checkbox
          className={styles.option}
          checked={picture.wantsRoles}
          onChange={(_, { checked }) => settingUp.wantRoles(checked === true)}
          label="Keep standing roles too, in a third list: Decision roles"
        />
      )}
      {missing > 0 && (
        <div>
          <Button
            appearance="primary"
            disabledFocusable={!canMakeReady(picture)}
            onClick={() => void settingUp.makeReady()}
          >
            {createWords[missing] ?? "Create all lists"}
          </Button>
        </div>
      )}
      {failure?.kind === "failed" && (
        <div className={part.links}>
          <AllowButton why={failure.why} onAllow={onAllow} />
          <Button onClick={() => void settingUp.lookAgain()}>Try again</Button>
        </div>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: SetupLine;
  readonly canRepair: boolean;
  readonly onRepair: () => void;
}

function Line({ line, canRepair, onRepair }: LineProps) {
  const { list, state } = line;
  return (
    <li className={styles.line}>
      <StateMark mark={marks[state.kind]} />
      <span className={styles.name}>{list}</span>
      <span className={styles.state}>{stateWords[state.kind]}</span>
      <div className={styles.more}>
        {purposes[list]}
        {state.kind === "failed" && <p className={styles.differences}>{adviceFor(state.why)}</p>}
        {state.kind === "differs" && (
          <>
            <ul className={styles.differences}>
              {state.differences.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {isWorkToDo(line) && canRepair && (
              <Button onClick={onRepair} aria-label={`Repair ${list}`}>
                Repair
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

const marks: { readonly [kind in LineState["kind"]]: Mark } = {
  looking: "busy",
  "will-be-created": "to-do",
  differs: "warn",
  "being-made": "busy",
  ready: "done",
  failed: "wrong",
};

const stateWords: { readonly [kind in LineState["kind"]]: string } = {
  looking: "looking…",
  "will-be-created": "will be created",
  differs: "differs",
  "being-made": "being made…",
  ready: "ready",
  failed: "failed",
};
