import type { SettingUp } from "#flows/setup/setting-up.ts";
import type { SetupPicture } from "#flows/setup/setup-state.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { Button } from "@fluentui/react-components";
import part from "./part.module.css";

interface GrantedSiteProps {
  readonly picture: SetupPicture;
  readonly settingUp: SettingUp;
}

/** Where an administrator granted one site: why there is no search, or why even that site is shut. */
export function GrantedSite({ picture, settingUp }: GrantedSiteProps) {
  const { finding, recommended, search } = picture;
  if (finding) return null;
  if (recommended !== undefined) {
    return (
      <p className={part.quiet}>
        Quorate reaches this site only. Your administrator can grant it another one.
      </p>
    );
  }
  const why = search.kind === "failed" ? adviceFor(search.why) : undefined;
  return (
    <>
      <p className={part.quiet}>
        {why ??
          "Quorate reaches one site only, and you cannot open it. Ask an owner of that site to add you. If you are one, ask your administrator whether Quorate was granted the site."}
      </p>
      <div>
        <Button onClick={() => void settingUp.lookAgain()}>Look again</Button>
      </div>
    </>
  );
}
