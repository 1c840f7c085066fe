import { describe, expect, it } from "vitest";
import { classesOf, draw } from "../../../../sandbox/list-pages/formatting/element.ts";
import type { Scope } from "../../../../sandbox/list-pages/formatting/evaluate.ts";
import { Unsupported } from "../../../../sandbox/list-pages/formatting/value.ts";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
const scope: Scope = {
  place: { timeZone: "UTC" },
  now: 0,
  me: "",
  rowIndex: 0,
  currentField: "Title",
  value: (name) => ({ Title: HOSTILE, Tags: ["a", "<b>"], None: "" })[name],
};

function drawing(format: object) {
  const notes: string[] = [];
  return { markup: draw(format, scope, (said) => notes.push(said)), notes };
}

describe("a format that is drawn", () => {
  it("becomes elements with their text, look and classes", () => {
    const { markup, notes } = drawing({
      elmType: "div",
      style: { display: "flex", width: "=toString(10 * 5) + '%'" },
      attributes: { class: "sp-field-severity--good", title: "Good", "aria-hidden": "true" },
      children: [{ elmType: "span", txtContent: "Yes" }],
    });

    expect(markup).toBe(
      '<div class="sp-field-severity--good" title="Good" aria-hidden="true" style="display: flex; width: 50%"><span>Yes</span></div>',
    );
    expect(notes).toEqual([]);
  });

  it("shows an icon that it knows for the eye only, and says which it does not", () => {
    const known = drawing({ elmType: "span", attributes: { iconName: "CheckMark" } });
    const unknown = drawing({ elmType: "span", attributes: { iconName: "Airplane" } });

    expect(known.markup).toContain('aria-hidden="true"');
    expect(unknown).toEqual({
      markup: "<span></span>",
      notes: ["The icon Airplane is not drawn here."],
    });
  });

  it("keeps hostile text as text, wherever the format puts it", () => {
    const { markup } = drawing({
      elmType: "a",
      txtContent: "@currentField",
      attributes: { title: "@currentField", class: "@currentField", href: "@currentField" },
      style: { color: "@currentField" },
    });

    expect(markup).not.toMatch(/<script|<img/);
    expect(markup).toContain("&lt;script&gt;");
  });

  it.each([
    ["a link that runs something", { attributes: { href: "javascript:alert(1)" } }],
    ["a style that fetches something", { style: { background: "url(https://evil.example/x)" } }],
    ["a style that ends and begins another", { style: { color: "red; position: fixed" } }],
    ["a style that is none", { style: { behavior: "none" } }],
  ])("leaves out %s, and says so", (_what, more) => {
    const { markup, notes } = drawing({ elmType: "a", txtContent: "x", ...more });

    expect(markup).toBe("<a>x</a>");
    expect(notes).toHaveLength(1);
  });

  it("repeats an element for each of several values, and leaves it out for none", () => {
    const each = (column: string) =>
      drawing({
        elmType: "div",
        children: [
          { elmType: "span", forEach: `tag in [$${column}]`, txtContent: "=[$tag] + '!'" },
        ],
      }).markup;

    expect(each("Tags")).toBe("<div><span>a!</span><span>&lt;b&gt;!</span></div>");
    expect(each("None")).toBe("<div></div>");
  });

  it("gives a row its classes and says which it does not draw", () => {
    const notes: string[] = [];
    const expression = "=if(1 == 1, 'sp-field-severity--blocked my-class', '')";

    expect(classesOf(expression, scope, (said) => notes.push(said))).toBe(
      "sp-field-severity--blocked my-class",
    );
    expect(notes).toEqual(["The class my-class is not drawn here."]);
  });
});

describe("a format that cannot be drawn", () => {
  it.each([
    ["a button", { elmType: "button", txtContent: "x" }],
    ["a picture", { elmType: "img", attributes: { src: "x" } }],
    ["an action", { elmType: "div", customRowAction: { action: "delete" } }],
    ["a handler", { elmType: "div", attributes: { onclick: "alert(1)" } }],
    ["a column the view does not show", { elmType: "div", txtContent: "[$Other]" }],
  ])("is given up as a whole: %s", (_what, format) => {
    expect(() => drawing(format)).toThrow(Unsupported);
  });
});
