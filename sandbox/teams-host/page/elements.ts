type Child = Node | string | undefined | false;
type Attributes = Readonly<
  Record<string, string | number | boolean | ((event: Event) => void) | undefined>
>;

/**
 * Makes an element. `onclick` and the like take functions; true sets an empty attribute; false
 * and undefined set none. Strings become text, never markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => !!child || child === ""));
  return made;
}

/** One choice of a labelled list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose from, with its label. */
export function chooser(
  label: string,
  choices: readonly Choice[],
  chosen: string,
  onChoose: (value: string) => void,
): HTMLLabelElement {
  const list = element("select", { onchange: () => onChoose(list.value) });
  const field = element("label", { class: "field" }, element("span", {}, label), list);
  choose(field, choices, chosen);
  return field;
}

/** Gives a chooser other choices and another choice; nobody is told. */
export function choose(field: HTMLLabelElement, choices: readonly Choice[], chosen: string): void {
  field
    .querySelector("select")
    ?.replaceChildren(
      ...choices.map(({ value, label }) =>
        element("option", { value, selected: value === chosen }, label),
      ),
    );
}

/** A person's first letters in a disc; the name stands beside it, so it is hidden from readers. */
export function initials(displayName: string): HTMLElement {
  const words = displayName.split(/\s+/).filter(Boolean);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.at(0) ?? "")
    .join("");
  return element("span", { class: "initials", "aria-hidden": "true" }, letters.toUpperCase());
}
