import type { Column } from "../store/facts.ts";

type Definition = Column["definition"];

const TEXT = {
  allowMultipleLines: false,
  appendChangesToExistingText: false,
  linesForEditing: 0,
  maxLength: 255,
};
const PERSON = {
  allowMultipleSelection: false,
  chooseFromType: "peopleAndGroups",
  displayAs: "nameWithPresence",
};
const DATE_TIME = { displayAs: "default", format: "dateTime" } as const;

function builtIn(id: string, name: string, displayName: string, more: Partial<Definition>) {
  return {
    id,
    name,
    displayName,
    columnGroup: "Custom Columns",
    description: "",
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: true,
    required: false,
    ...more,
  } satisfies Definition;
}

/** The columns every list has, with the ids SharePoint gives them everywhere. */
export const builtInColumns: readonly Definition[] = [
  builtIn("fa564e0f-0c70-4ab9-b863-0177e6ddd247", "Title", "Title", {
    readOnly: false,
    required: true,
    text: TEXT,
  }),
  builtIn("1d22ea11-1e32-424e-89ab-9fedbadb6ce1", "ID", "ID", {}),
  builtIn("28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f", "Modified", "Modified", { dateTime: DATE_TIME }),
  builtIn("8c06beca-0777-48f7-91c7-6da68bc07b69", "Created", "Created", { dateTime: DATE_TIME }),
  builtIn("1df5e554-ec7e-46a6-901d-d85a3881cb18", "Author", "Created By", {
    personOrGroup: PERSON,
  }),
  builtIn("d31655d1-1d5b-4511-95a1-7a09e9b75bf2", "Editor", "Modified By", {
    personOrGroup: PERSON,
  }),
  builtIn("dce8262a-3ae9-45aa-aab4-83bd75fb738a", "_UIVersionString", "Version", { text: TEXT }),
  builtIn("67df98f4-9dec-48ff-a553-29bece9c5bf4", "Attachments", "Attachments", {}),
  builtIn("c042a256-787d-4a6f-8a8a-cf6ab767f12d", "ContentType", "Content Type", { text: TEXT }),
];
