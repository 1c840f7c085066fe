import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of Microsoft's description of Graph that answers are held to. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly "x-open"?: boolean;
  readonly "x-nav"?: Readonly<Record<string, string>>;
  readonly "x-collection"?: boolean;
  readonly "x-batch"?: string;
}
/** What one call takes and answers. */
export interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Permissions {
  readonly scopes: Readonly<
    Record<string, { readonly id?: string; readonly adminConsent: boolean }>
  >;
  /** What Microsoft's pages say beyond the data; paths of rules are regular expressions. */
  readonly overlay: {
    readonly selected: {
      readonly rules: readonly {
        readonly scope: string;
        readonly path: string;
        readonly not?: string;
      }[];
    };
  };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly all: readonly string[] }>>>
  >;
}

const folder = join(import.meta.dirname, "../../../../shared/contract");

/** Microsoft's description where it lies beside the project, else undefined. */
export function readContract(): { description: Description; permissions: Permissions } | undefined {
  const path = join(folder, "graph-v1.0-subset.json");
  if (!existsSync(path)) return undefined;
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown;
  return {
    description: read("graph-v1.0-subset.json") as Description,
    permissions: read("graph-permissions.json") as Permissions,
  };
}

/** A call that answers with what a schema says. */
export function answering(schema: Schema): Operation {
  return { responses: { "2XX": { content: { "application/json": { schema } } } } };
}

/** An answer as one of Microsoft's pages shows it. */
export interface PublishedExample {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly resBody?: unknown;
}

/** The answers Microsoft's pages show, where they lie beside the project. */
export function readExamples(): readonly PublishedExample[] {
  const path = join(folder, "examples/ms-docs-examples.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { examples: PublishedExample[] }).examples;
}

/** What is wrong with an answer, by Microsoft's description; nothing when all is well. */
export function faultsOfAnswer(
  description: Description,
  operation: Operation,
  status: number,
  body: unknown,
): string[] {
  const response = operation.responses[`${String(status)[0]}XX`];
  const schema = response?.content?.["application/json"]?.schema;
  if (status >= 400) return faultsOfError(body);
  if (!schema) return body === undefined ? [] : ["has a body where none is described"];
  if (schema["x-batch"] !== undefined) return [];
  if (!schema["x-collection"]) return faultsOf(description, schema, body, "");
  const { value } = body as { value?: unknown };
  if (!Array.isArray(value)) return ["has no value array"];
  return value.flatMap((one, index) =>
    faultsOf(description, { $ref: schema.$ref ?? "" }, one, `value[${index}]`),
  );
}

function faultsOfError(body: unknown): string[] {
  const { error } = body as { error?: { code?: unknown; message?: unknown } };
  return typeof error?.code === "string" && typeof error.message === "string"
    ? []
    : ["is no error as Graph writes one"];
}

function faultsOf(description: Description, schema: Schema, value: unknown, at: string): string[] {
  if (schema.anyOf) {
    const tried = schema.anyOf.map((one) => faultsOf(description, one, value, at));
    return tried.find((faults) => faults.length === 0) ?? tried[0] ?? [];
  }
  if (schema.$ref !== undefined) {
    const named = namedSchema(description, schema.$ref, value);
    return named ? faultsOf(description, named, value, at) : [`${at}: no schema ${schema.$ref}`];
  }
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length > 0 && !types.some((type) => isOfType(type, value)))
    return [`${at}: ${JSON.stringify(value)} is no ${types.join(" or ")}`];
  if (schema.enum && !schema.enum.includes(value))
    return [`${at}: ${JSON.stringify(value)} is none of ${schema.enum.join(", ")}`];
  if (schema.pattern && typeof value === "string" && !new RegExp(schema.pattern).test(value))
    return [`${at}: ${value} does not fit ${schema.pattern}`];
  if (Array.isArray(value) && schema.items)
    return value.flatMap((one, index) =>
      faultsOf(description, schema.items as Schema, one, `${at}[${index}]`),
    );
  return isOfType("object", value) && schema.properties
    ? faultsOfObject(description, schema, value as Record<string, unknown>, at)
    : [];
}

function faultsOfObject(
  description: Description,
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  at: string,
): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = at === "" ? name : `${at}.${name}`;
    if (name.includes("@odata.") || name.includes("@microsoft.graph.")) return [];
    const property = schema.properties?.[name];
    if (property) return faultsOf(description, property, inner, place);
    const navigation = schema["x-nav"]?.[name];
    if (navigation === undefined) return schema["x-open"] ? [] : [`${place} is not described`];
    const target = { $ref: `#/components/schemas/microsoft.graph.${navigation.replace("[]", "")}` };
    const many = Array.isArray(inner) ? inner : [inner];
    return many.flatMap((one) => faultsOf(description, target, one, place));
  });
}

function namedSchema({ components }: Description, reference: string, value: unknown) {
  const name = reference.replace("#/components/schemas/", "");
  const type = (value as { "@odata.type"?: string } | null)?.["@odata.type"];
  return components.schemas[type?.replace("#", "") ?? name] ?? components.schemas[name];
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
