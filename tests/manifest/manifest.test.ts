import schema from "@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../house/planted.ts";
import { textOf } from "../house/files.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const template = textOf("manifest/manifest.json");
const variables = JSON.parse(textOf("manifest/variables.json")) as Record<string, string>;

interface Manifest {
  readonly configurableTabs: readonly [{ readonly configurationUrl: string }];
  readonly validDomains: readonly string[];
  readonly icons: Readonly<Record<"color" | "outline", string>>;
}

/** The manifest with its variables filled in, as it goes into the package. */
function filled(values: Readonly<Record<string, string>>): Manifest {
  const text = template.replaceAll(
    /\$\{\{(\w+)\}\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
  return JSON.parse(text) as Manifest;
}

// The schema is of draft 4, whose name for itself the validator does not know; its rules it does.
const { $schema: _draft, ...rules } = schema as Record<string, unknown>;
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(rules);

/** The complaints of Microsoft's own schema about a manifest. */
function complaints(manifest: unknown): readonly string[] {
  return validate(manifest)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Width and height of a PNG, from its header. */
function sizeOf(png: string): readonly [number, number] {
  const bytes = readFileSync(join(projectRoot, "manifest", png));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("the Teams manifest", () => {
  it("is what Microsoft's schema asks for once its variables are filled in", () => {
    expect(complaints(filled(variables))).toEqual([]);
  });

  it("is refused by the same schema while its variables are not", () => {
    expect(complaints(JSON.parse(template)).join()).toContain("/id");
  });

  it("has an example for each of its variables, and no more", () => {
    const used = Array.from(template.matchAll(/\$\{\{(\w+)\}\}/g), ([, name]) => name);

    expect(new Set(Object.keys(variables))).toEqual(new Set(used));
  });

  it("lets the tab load from the domain it is configured on", () => {
    const manifest = filled(variables);

    expect(manifest.validDomains).toContain(
      new URL(manifest.configurableTabs[0].configurationUrl).hostname,
    );
  });

  it("brings icons in the sizes Teams asks for", () => {
    const { icons } = filled(variables);

    expect([sizeOf(icons.color), sizeOf(icons.outline)]).toEqual([
      [192, 192],
      [32, 32],
    ]);
  });
});
