import { type ColumnFormat, type Element, columnSchema, when } from "./expression.ts";

const number = (column: string): string => `Number([$${column}])`;
const total = ["InFavour", "Dissent", "Abstained"].map(number).join(" + ");
// An empty column is no zero: nobody has taken a stance yet.
const hasStances = "toString([$InFavour]) != ''";
const words = [
  `${number("InFavour")} + ' in favour, '`,
  `${number("Dissent")} + ' dissent, '`,
  `${number("Abstained")} + ' abstained'`,
].join(" + ");

function part(column: string, look: string): Element {
  const share = `toString(${number(column)} * 100 / (${total})) + '%'`;
  return {
    elmType: "div",
    attributes: { class: look },
    style: { width: `=${when(`(${total}) > 0`, share, "'0%'")}`, height: "6px" },
  };
}

/**
 * The stances as a bar over their numbers, in words as well. Stands in the column of those in
 * favour and needs the other two in the same view.
 */
export const tallyBar: ColumnFormat = {
  $schema: columnSchema,
  elmType: "div",
  style: {
    display: `=${when(hasStances, "'flex'", "'none'")}`,
    "flex-direction": "column",
    width: "100%",
  },
  attributes: { title: `=${words}` },
  children: [
    {
      elmType: "div",
      attributes: { "aria-hidden": "true" },
      style: { display: "flex", width: "100%", overflow: "hidden", "border-radius": "3px" },
      children: [
        part("InFavour", "ms-bgColor-themePrimary"),
        part("Dissent", "ms-bgColor-neutralDark"),
        part("Abstained", "ms-bgColor-neutralQuaternary"),
      ],
    },
    { elmType: "span", txtContent: `=${words}`, style: { "font-size": "12px" } },
  ],
};
