// Writes .types/, where each class of a CSS module is a named property: a misspelt class does not compile.
import { globFiles } from "./files.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The class names a stylesheet defines, in the order they first appear. */
function classesOf(css) {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/url\([^)]*\)|"[^"]*"/g, "");
  return [...new Set(Array.from(bare.matchAll(/\.([a-zA-Z_][\w-]*)/g), (match) => match[1]))];
}

function declarationOf(css) {
  const lines = classesOf(css).map((name) => `  readonly ${JSON.stringify(name)}: string;\n`);
  return `declare const classes: {\n${lines.join("")}};\nexport default classes;\n`;
}

/** Brings .types/ up to date: one declaration per CSS module of the product. */
export function writeCssTypes() {
  const wanted = new Map(
    globFiles(root, ["src"], ".module.css").map((file) => [
      join(".types", file.replace(/\.css$/, ".d.css.ts")),
      declarationOf(readFileSync(join(root, file), "utf8")),
    ]),
  );
  for (const old of globFiles(root, [".types"])) {
    if (!wanted.has(join(old))) rmSync(join(root, old));
  }
  for (const [file, text] of wanted) {
    const target = join(root, file);
    if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCssTypes();
