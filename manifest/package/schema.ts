import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

const folder = "@microsoft/app-manifest/build/json-schemas/teams/v1.30";

/** Which of Microsoft's schemas a file of the package is held against. */
type Kind = "manifest" | "strings";

const files: Readonly<Record<Kind, string>> = {
  manifest: "MicrosoftTeams.schema.json",
  strings: "MicrosoftTeams.Localization.schema.json",
};
const compiled = new Map<Kind, ValidateFunction>();

function validatorOf(kind: Kind, projectRoot: string): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const path = createRequire(join(projectRoot, "package.json")).resolve(`${folder}/${files[kind]}`);
  // The schema is of draft 4, whose name for itself the validator does not know; its rules it does.
  const { $schema: _draft, ...rules } = JSON.parse(readFileSync(path, "utf8")) as object & {
    readonly $schema?: string;
  };
  // Some of the patterns are older than strict Unicode ones.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const validator = ajv.compile(rules);
  compiled.set(kind, validator);
  return validator;
}

/**
 * What Microsoft's schema 1.30 says against a file of the package, one sentence each.
 *
 * @see https://learn.microsoft.com/microsoft-365/extensibility/schema/
 */
export function schemaProblems(
  kind: Kind,
  name: string,
  content: unknown,
  projectRoot: string,
): readonly string[] {
  const validate = validatorOf(kind, projectRoot);
  if (validate(content)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = (params as { readonly additionalProperty?: string }).additionalProperty;
    const place = instancePath === "" ? "" : `, ${instancePath.slice(1).replaceAll("/", ".")}`;
    const whose = extra === undefined ? "" : ` (${extra})`;
    return `${name}${place}: ${message ?? "is wrong"}${whose}; change it as Microsoft's schema says.`;
  });
}
