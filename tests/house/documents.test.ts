import { existsSync, statSync } from "node:fs";
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
  const links = Array.from(
    text.matchAll(/(?:\]\(|<img src=")(?!https?:|#)([^)#"]+)/g),
    ([, link]) => join(dirname(document), link ?? ""),
  );
  const paths = Array.from(
    text.matchAll(/`((?:src|sandbox|tests|docs|scripts|bench|manifest)\/[\w./-]+)`/g),
    ([, path]) => path ?? "",
  );
  return [...links, ...paths];
}

/** The headings of a document as links name them. */
function headingsOf(document: string): readonly string[] {
  return Array.from(textOf(document).matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
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

  it.each(documents)("%s says what is on each of its pictures", (document) => {
    const pictures = textOf(document).match(/<img [^>]*>|!\[[^\]]*\]/g) ?? [];

    expect(pictures.filter((one) => !/alt="[^"]{20,}"|!\[[^\]]{20,}\]/.test(one))).toEqual([]);
  });

  it.each(documents)("%s links to headings that are there", (document) => {
    const links = textOf(document).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g);
    const lost = Array.from(links, ([, file = "", heading = ""]) => ({
      to: file === "" ? document : join(dirname(document), file),
      heading,
    })).filter(({ to, heading }) => !headingsOf(to).includes(heading));

    expect(lost).toEqual([]);
  });

  it("keep their pictures under one and a half megabytes together", () => {
    const sizes = ownFiles("docs/pictures").map((file) => statSync(join(projectRoot, file)).size);

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  it("show every picture that is kept", () => {
    const shown = documents.flatMap(namedFiles);

    expect(ownFiles("docs/pictures").filter((file) => !shown.includes(file))).toEqual([]);
  });

  it.each(ownFiles("docs/decisions"))("%s has at most 40 lines", (document) => {
    expect(textOf(document).split("\n").length).toBeLessThanOrEqual(41);
  });
});
