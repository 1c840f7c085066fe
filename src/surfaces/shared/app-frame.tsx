import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { Host, HostContext } from "#flows/ports.ts";
import { ErrorBoundary } from "#surfaces/shared/frame/error-boundary.tsx";
import { LiveRegion } from "./live-region.tsx";
import styles from "./app-frame.module.css";

const themes = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

interface AppFrameProps {
  /** The theme to begin with. */
  readonly theme: HostContext["theme"];
  /** Absent outside Teams: the theme then stays as it is. */
  readonly onTheme?: Host["onTheme"];
  readonly children: ReactNode;
}

/** What every surface stands in: Teams' theme, a voice for screen readers, and a net below. */
export function AppFrame({ theme: first, onTheme, children }: AppFrameProps) {
  const [theme, setTheme] = useState(first);
  useEffect(() => onTheme?.(setTheme), [onTheme]);
  return (
    <FluentProvider theme={themes[theme]} className={styles.frame} data-theme={theme}>
      <LiveRegion>
        <ErrorBoundary>{children}</ErrorBoundary>
      </LiveRegion>
    </FluentProvider>
  );
}
