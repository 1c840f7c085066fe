import type { Status } from "#domain/decision/status.ts";
import { statusWord } from "#domain/export/status-word.ts";
import { type ColumnFormat, columnSchema, pick } from "./expression.ts";

interface Look {
  /** A name of SharePoint's own icon font. */
  readonly icon: string;
  /** Classes of SharePoint's own, so that themes and high contrast hold. */
  readonly look: string;
}

const quiet = "ms-bgColor-neutralLighter ms-fontColor-neutralPrimary";
const severity = "sp-field-severity--";

const looks: { readonly [S in Status]: Look } = {
  draft: { icon: "Edit", look: quiet },
  proposed: { icon: "Forward", look: `${severity}low` },
  "in-session": { icon: "People", look: `${severity}low` },
  decided: { icon: "CheckMark", look: `${severity}good` },
  amended: { icon: "EditNote", look: `${severity}good` },
  deferred: { icon: "Clock", look: `${severity}warning` },
  rejected: { icon: "Cancel", look: `${severity}blocked` },
  withdrawn: { icon: "Remove", look: quiet },
  "not-needed": { icon: "CircleStop", look: quiet },
  superseded: { icon: "Switch", look: `${severity}warning` },
  reversed: { icon: "Undo", look: `${severity}severeWarning` },
  closed: { icon: "Lock", look: quiet },
};

const by = (text: (status: Status) => string): string => {
  const all = Object.keys(looks) as Status[];
  return pick("@currentField", Object.fromEntries(all.map((status) => [status, text(status)])));
};

/** A status as a pill: an icon and the word, so that nothing hangs on its colour. */
export const statusPill: ColumnFormat = {
  $schema: columnSchema,
  elmType: "div",
  style: { display: "flex" },
  children: [
    {
      elmType: "div",
      attributes: { class: by((status) => looks[status].look) },
      style: {
        display: "=if(@currentField == '', 'none', 'flex')",
        "align-items": "center",
        padding: "2px 10px",
        "border-radius": "12px",
        "white-space": "nowrap",
      },
      children: [
        {
          elmType: "span",
          attributes: { iconName: by((status) => looks[status].icon), "aria-hidden": "true" },
          style: { "padding-right": "6px" },
        },
        { elmType: "span", txtContent: by(statusWord) },
      ],
    },
  ],
};
