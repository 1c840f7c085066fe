import { noTroubles, signInFailures, type TeamsTheme, type Troubles } from "../protocol/viewer.ts";
import type { NetworkCondition } from "../service/forwarding.ts";
import type { Choice } from "./elements.ts";

/** The themes by the names used in the address. */
export const themes = ["light", "dark", "contrast"] as const;
/** A theme of the host page. */
export type Theme = (typeof themes)[number];

/** What Teams calls each theme. */
export const teamsThemes: Readonly<Record<Theme, TeamsTheme>> = {
  light: "default",
  dark: "dark",
  contrast: "contrast",
};

/** Themes as a person reads them. */
export const themeChoices: readonly Choice[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "contrast", label: "High contrast" },
];

/** Languages a person may have chosen in Teams. */
export const languageChoices: readonly Choice[] = [
  { value: "en-GB", label: "English (UK)" },
  { value: "en-US", label: "English (US)" },
  { value: "de-DE", label: "Deutsch" },
  { value: "fr-FR", label: "Français" },
  { value: "ja-JP", label: "日本語" },
];

/** How the network between the app and Graph may be. */
export const connections: Readonly<
  Record<string, { readonly label: string; readonly condition: NetworkCondition }>
> = {
  good: { label: "Good", condition: { offline: false, delayMilliseconds: 0 } },
  slow: { label: "Slow (+0.6 s)", condition: { offline: false, delayMilliseconds: 600 } },
  poor: { label: "Poor (+2.5 s)", condition: { offline: false, delayMilliseconds: 2500 } },
  offline: { label: "Offline", condition: { offline: true, delayMilliseconds: 0 } },
};

/** Connections as a list to choose from. */
export const connectionChoices: readonly Choice[] = Object.entries(connections).map(
  ([value, { label }]) => ({ value, label }),
);

/** The condition behind a name; an unknown name is a good connection. */
export function conditionOf(connection: string): NetworkCondition {
  return connections[connection]?.condition ?? { offline: false, delayMilliseconds: 0 };
}

const works: Choice = { value: "works", label: "Works" };
const silent: Choice = { value: "silent", label: "Never answers" };
const refused: Choice = { value: "refused", label: "Refused" };

/** What may go wrong in the host, one list per part of it. */
export const troubleChoices: readonly {
  readonly part: keyof Troubles;
  readonly label: string;
  readonly choices: readonly Choice[];
}[] = [
  {
    part: "signIn",
    label: "Sign-in",
    choices: [
      works,
      ...signInFailures.map((value) => ({ value, label: value })),
      silent,
      { value: "no-bridge", label: "Not offered" },
    ],
  },
  { part: "meetingDetails", label: "Meeting details", choices: [works, refused, silent] },
  { part: "sharing", label: "Share to stage", choices: [works, refused] },
  { part: "handshake", label: "First greeting", choices: [works, silent] },
];

/** The troubles with one part set, if the value is one that part knows. */
export function withTrouble(troubles: Troubles, part: keyof Troubles, value: string): Troubles {
  const isKnown = troubleChoices
    .find((entry) => entry.part === part)
    ?.choices.some((choice) => choice.value === value);
  return isKnown ? { ...troubles, [part]: value } : troubles;
}

/** Troubles named in an address; whatever is not named works. */
export function troublesIn(query: URLSearchParams): Troubles {
  return troubleChoices.reduce(
    (troubles, { part }) => withTrouble(troubles, part, query.get(part) ?? "works"),
    noTroubles,
  );
}
