import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownFiles, textOf } from "./files.ts";
import { projectRoot } from "./planted.ts";

const documents = ownFiles().filter((file) => file.endsWith(".md"));
const { scripts } = JSON.parse(textOf("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Files that a document names in a link or between backticks with a slash, as seen from the root. */
function namedFiles(document: string): readonly string[] {
  const text = textOf(document);
  const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, link]) =>
    join(dirname(document), link ?? ""),
  );
  const paths = Array.from(
    text.matchAll(/`((?:src|sandbox|tests|docs|scripts|bench|manifest)\/[\w./-]+)`/g),
    ([, path]) => path ?? "",
  );
  return [...links, ...paths];
}

describe("the README", () => {
  it("has at most 80 lines", () => {
    expect(textOf("README.md").split("\n").length).toBeLessThanOrEqual(81);
  });

  it("names both commands as package.json has them", () => {
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
    expect(textOf("README.md")).toMatch(/npm start[\s\S]*npm test/);
  });
});

describe("documents", () => {
  it.each(documents)("%s names only files that exist", (document) => {
    expect(namedFiles(document).filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });

  it.each(ownFiles("docs/decisions"))("%s has at most 40 lines", (document) => {
    expect(textOf(document).split("\n").length).toBeLessThanOrEqual(41);
  });
});
