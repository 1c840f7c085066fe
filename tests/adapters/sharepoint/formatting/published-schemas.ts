import { Ajv, type ValidateFunction } from "ajv";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "../../../../../shared/contract/sharepoint-schemas.json");

/** Whether Microsoft's schemas lie beside the project. */
export const haveSchemas = existsSync(file);

/** The complaints of one of Microsoft's published schemas about something; none where it fits. */
export function complaints(schema: string, about: unknown): readonly string[] {
  const validate = validators().getSchema(schema) as ValidateFunction;
  return validate(about)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let made: Ajv | undefined;

function validators(): Ajv {
  if (made !== undefined) return made;
  // One of them refers to a part of another with a slash too few.
  const text = readFileSync(file, "utf8").replaceAll("json#definitions/", "json#/definitions/");
  const { schemas } = JSON.parse(text) as {
    schemas: Readonly<Record<string, Record<string, unknown>>>;
  };
  made = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  for (const [id, { $schema: _draft, ...rules }] of Object.entries(schemas)) {
    // The drafts differ in nothing these schemas use but their names, which the validator lacks.
    made.addSchema({ ...rules, $id: id }, id);
  }
  return made;
}
