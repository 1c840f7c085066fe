import "./dialogs.css";
import type { SignInQuestion } from "../protocol/effects.ts";
import { element } from "./elements.ts";

/** Shows a modal dialog; resolves with the value of the button pressed, empty when dismissed. */
function showModal(dialog: HTMLDialogElement): Promise<string> {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

const titles: Readonly<Record<SignInQuestion, string>> = {
  consent: "Quorate asks for permission",
  "admin-consent": "An administrator has to approve this",
  "sign-in": "Confirm that it is you",
};

const explanations: Readonly<Record<SignInQuestion, string>> = {
  consent: "If you agree, Quorate may do this in your name:",
  "admin-consent": "You cannot grant this yourself. Ask an administrator of your organization for:",
  "sign-in": "Your organization wants you to confirm this sign-in before Quorate goes on with:",
};

/** Asks a person as the identity service would in a window of its own; true when they agree. */
export async function askPerson(
  displayName: string,
  question: SignInQuestion,
  scopes: readonly string[],
): Promise<boolean> {
  const agree = element("button", { value: "agree", class: "primary" }, "Accept");
  const dialog = element(
    "dialog",
    { class: "question", "aria-labelledby": "question-title" },
    element(
      "form",
      { method: "dialog" },
      element("p", { class: "quiet" }, displayName),
      element("h2", { id: "question-title" }, titles[question]),
      element("p", {}, explanations[question]),
      element("ul", {}, ...scopes.map((scope) => element("li", {}, element("code", {}, scope)))),
      element(
        "div",
        { class: "actions" },
        question === "admin-consent" ? undefined : agree,
        element("button", { value: "" }, question === "admin-consent" ? "Back" : "Cancel"),
      ),
    ),
  );
  return (await showModal(dialog)) === "agree";
}

/** A dialog that frames a page of the app. */
export interface FramedDialog {
  readonly place: HTMLElement;
  /** Resolves when it closes, however it closes. */
  readonly closed: Promise<void>;
  close(): void;
}

const namedSizes: Readonly<Record<string, string>> = { small: "320", medium: "500", large: "760" };

function pixels(size: unknown): string {
  const wanted = typeof size === "number" ? size : Number(namedSizes[String(size)] ?? "500");
  return `${Number.isFinite(wanted) ? wanted : 500}px`;
}

/** Opens an empty dialog for a page of the app. */
export function openFramedDialog(title: string, width: unknown, height: unknown): FramedDialog {
  const place = element("div", { class: "framed" });
  place.style.inlineSize = pixels(width);
  place.style.blockSize = pixels(height);
  const dialog = element(
    "dialog",
    { class: "framing", "aria-label": title || "Dialog of the app" },
    element(
      "form",
      { method: "dialog", class: "caption" },
      element("strong", {}, title),
      element("button", { "aria-label": "Close this dialog", class: "subtle" }, "✕"),
    ),
    place,
  );
  const closed = showModal(dialog).then(() => undefined);
  return { place, closed, close: () => dialog.close() };
}

/** Says something at the foot of the page for a few seconds, and to screen readers. */
export function announce(text: string): void {
  const region = document.querySelector("#notices");
  const notice = element("p", { class: "notice" }, text);
  region?.append(notice);
  setTimeout(() => notice.remove(), 8000);
}
