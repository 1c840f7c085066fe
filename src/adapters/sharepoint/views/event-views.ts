import type { View } from "./view.ts";

/** The views of *Decision events*: one, of everything, for whoever audits the log by hand. */
export const eventViews: readonly View[] = [
  {
    name: "All events",
    about: "Every event, in the order SharePoint received them.",
    isDefault: true,
    columns: ["ID", "Kind", "Author", "Created", "Editor", "Modified", "DecisionKey", "Payload"],
    query: {},
  },
];
