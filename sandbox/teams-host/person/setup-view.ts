import { element } from "../page/elements.ts";

/** The configuration dialog's frame of buttons; the page of the app goes into `place`. */
export interface SetupView {
  readonly element: HTMLElement;
  readonly place: HTMLElement;
  readonly setValidity: (isValid: boolean) => void;
  /** Saving ended; a problem keeps the dialog open. */
  readonly ended: (problem: string | undefined) => void;
}

/** Makes the dialog in which a meeting's tab is set up, with the host's own Save and Cancel. */
export function makeSetupView(onSave: () => void, onCancel: () => void): SetupView {
  const place = element("div", { class: "place" });
  const problemLine = element("p", { class: "problem", role: "status" });
  const save = element(
    "button",
    {
      type: "button",
      class: "primary",
      disabled: true,
      onclick: () => {
        save.disabled = true;
        problemLine.textContent = "Saving…";
        onSave();
      },
    },
    "Save",
  );
  const cancel = element("button", { type: "button", onclick: onCancel }, "Cancel");
  return {
    place,
    element: element(
      "section",
      { class: "setup", "aria-labelledby": "setup-title" },
      element("h2", { id: "setup-title" }, "Add Quorate to this meeting"),
      place,
      element("footer", {}, problemLine, cancel, save),
    ),
    setValidity: (isValid) => {
      save.disabled = !isValid;
    },
    ended: (problem) => {
      problemLine.textContent = problem ?? "";
      save.disabled = problem === undefined;
    },
  };
}
