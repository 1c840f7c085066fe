/** Strokes on a field of 16 by 16, by the names SharePoint's own icon font has for them. */
const STROKES: Readonly<Record<string, string>> = {
  CheckMark: "M3 8.5l3.5 3.5L13 4.5",
  Accept: "M3 8.5l3.5 3.5L13 4.5",
  Completed: "M8 1.5a6.5 6.5 0 1 0 .01 0zM5 8.2l2 2 4-4.2",
  Cancel: "M4 4l8 8M12 4l-8 8",
  Edit: "M2.5 13.5l.7-3 7.6-7.6 2.3 2.3-7.6 7.6z",
  EditNote: "M2.5 3h7M2.5 6.5h5M2.5 10H5M7 13l.5-2.2 5-5 1.7 1.7-5 5z",
  Forward: "M2.5 8h11M9 3.5L13.5 8 9 12.5",
  Clock: "M8 1.5a6.5 6.5 0 1 0 .01 0zM8 4.5V8l2.5 1.5",
  Calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5 2v3M11 2v3",
  Warning: "M8 2l6.5 11.5h-13zM8 6.5v3M8 11.4v.2",
  ErrorBadge: "M8 1.5a6.5 6.5 0 1 0 .01 0zM8 4.5v4M8 11v.2",
  Error: "M8 1.5a6.5 6.5 0 1 0 .01 0zM8 4.5v4M8 11v.2",
  Info: "M8 1.5a6.5 6.5 0 1 0 .01 0zM8 7v4.5M8 4.6v.2",
  Blocked: "M8 1.5a6.5 6.5 0 1 0 .01 0zM3.5 3.5l9 9",
  CircleStop: "M8 1.5a6.5 6.5 0 1 0 .01 0zM5.5 5.5h5v5h-5z",
  Remove: "M3 8h10",
  Switch: "M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13",
  Undo: "M6 3L2.5 6.5 6 10M2.5 6.5h7a4 3.5 0 0 1 0 7H6",
  Lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  People:
    "M6 3a2.3 2.3 0 1 0 .01 0zM1.5 13c0-6 9-6 9 0M11 4a2 2 0 1 1 0 4M11.5 9.5c2 0 3 1.5 3 3.5",
  Contact: "M8 2.5a2.7 2.7 0 1 0 .01 0zM3 13.5c0-6.5 10-6.5 10 0",
  Flag: "M3.5 14V2.5h9L10 5.5l2.5 3h-9",
  Like: "M3 7h2v6H3zM5 7l3-5c1.6 0 1.6 1.5 1 4h4l-1 7H5",
};

/** Whether the sandbox can draw an icon of that name. */
export function knowsIcon(name: string): boolean {
  return Object.hasOwn(STROKES, name);
}

/** An icon as markup, for the eye only: what it means is said in words beside it. */
export function icon(name: string): string {
  const path = STROKES[name] ?? "";
  return `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;
}
