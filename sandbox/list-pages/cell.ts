import { html } from "hono/html";
import type { Column, FieldValue, Fields } from "../graph/store/facts.ts";
import { nameOf } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A piece of a page, escaped. */
export type Html = ReturnType<typeof html>;

type Definition = Column["definition"];

const PILL_COLOURS = 6;

/** What an item holds in a column, as a reader sees it; an empty field says so to a screen reader. */
export function cell(visit: Visit, column: Definition, fields: Fields): Html {
  const value = fields[column.personOrGroup ? `${column.name}LookupId` : column.name];
  if (value === undefined || value === "")
    return html`<span class="soft" aria-hidden="true">–</span><span class="unseen">Empty</span>`;
  if (column.choice) return html`${listed(value).map((one) => pill(column, String(one)))}`;
  if (column.personOrGroup)
    return html`${listed(value)
      .map((id) => nameOf(visit, Number(id)))
      .join(", ")}`;
  if (column.dateTime) return moment(visit, Date.parse(String(value)), column);
  if (column.boolean) return html`${value === true ? "Yes" : "No"}`;
  if (typeof value === "number")
    return html`<span class="number">${new Intl.NumberFormat("en-GB").format(value)}</span>`;
  return column.text?.allowMultipleLines
    ? html`<div class="note">${String(value)}</div>`
    : html`${String(value)}`;
}

/** What an item holds in a column, in plain words, to tell two versions apart. */
export function plainValue(visit: Visit, column: Definition, fields: Fields): string {
  const value = fields[column.personOrGroup ? `${column.name}LookupId` : column.name];
  if (value === undefined) return "empty";
  if (column.personOrGroup)
    return listed(value)
      .map((id) => nameOf(visit, Number(id)))
      .join(", ");
  return listed(value).join(", ");
}

/** A moment where the site is; a date without a time stays a date. */
export function moment({ site }: Visit, at: number, column?: Definition): Html {
  const dateOnly = column?.dateTime?.format === "dateOnly";
  const text = new Intl.DateTimeFormat("en-GB", {
    timeZone: site.timeZone,
    dateStyle: "medium",
    ...(!dateOnly && { timeStyle: "short" as const }),
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${text}</time>`;
}

function pill(column: Definition, value: string): Html {
  const index = column.choice?.choices?.indexOf(value) ?? 0;
  return html`<span class="pill pill-${Math.max(0, index) % PILL_COLOURS}">${value}</span> `;
}

function listed(value: FieldValue): readonly (string | number | boolean)[] {
  return typeof value === "object" ? value : [value];
}
