import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { AppFrame } from "#surfaces/shared/app-frame.tsx";
import type { Host } from "#flows/ports.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("The page has no #root to show anything in.");
const place = createRoot(root);

/** Shows one thing in the page, in the theme of the client around it. */
export function show(content: ReactNode, host?: Host): void {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = host?.context.theme ?? (dark ? "dark" : "light");
  place.render(
    <AppFrame theme={theme} {...(host && { onTheme: (act) => host.onTheme(act) })}>
      {content}
    </AppFrame>,
  );
}
