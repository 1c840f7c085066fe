import { deflateSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { iconProblems } from "../../manifest/package/icons.ts";
import { readPng } from "../../manifest/package/png.ts";
import { projectRoot } from "../house/planted.ts";

type Dot = readonly [red: number, green: number, blue: number, opacity: number];

const nothing: Dot = [0, 0, 0, 0];
const white: Dot = [255, 255, 255, 255];
const black: Dot = [0, 0, 0, 255];

function chunk(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  // The reader does not look at checksums: a browser drew the icons, and the files are our own.
  return Buffer.concat([length, Buffer.from(kind, "latin1"), content, Buffer.alloc(4)]);
}

/** A square PNG whose dots are what `dotAt` says. */
function png(size: number, dotAt: (x: number, y: number) => Dot): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Array.from({ length: size }, (_line, y) => [
    0,
    ...Array.from({ length: size }, (_dot, x) => dotAt(x, y)).flat(),
  ]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(lines.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const line = (dot: Dot) => (x: number) => (x === 16 ? dot : nothing);
const outline = (bytes?: Buffer) => iconProblems("outline", "outline.png", bytes);

describe("an outline icon", () => {
  it("is white on nothing, 32 × 32", () => {
    expect(outline(png(32, line(white)))).toEqual([]);
  });

  it("may have smoothed edges of any colour mixed into nothing", () => {
    const edged = png(32, (x) => (x === 15 ? [120, 120, 120, 100] : line(white)(x)));

    expect(outline(edged)).toEqual([]);
  });

  it.each([
    ["is missing", undefined, /is missing: put a PNG of 32 × 32/],
    ["has the wrong size", png(48, line(white)), /is 48 × 48: Teams wants 32 × 32/],
    ["has a background", png(32, () => white), /no transparent background/],
    ["is black", png(32, line(black)), /is not white/],
    ["is empty", png(32, () => nothing), /is empty/],
    ["is cut off", png(32, line(white)).subarray(0, 60), /is no PNG/],
  ])("is refused in one sentence when it %s", (_what, bytes, sentence) => {
    expect(outline(bytes)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe("the project's own icons", () => {
  const ours = (name: string) => readFileSync(join(projectRoot, "manifest", name));

  it("are what Teams wants", () => {
    expect([
      ...iconProblems("color", "color.png", ours("color.png")),
      ...iconProblems("outline", "outline.png", ours("outline.png")),
    ]).toEqual([]);
  });

  it("have the accent colour in every corner, as it is in the manifest", () => {
    const { dots = new Uint8Array() } = readPng(ours("color.png")) ?? {};
    const corners = [0, 191, 192 * 191, 192 * 192 - 1].map((dot) =>
      Buffer.from(dots.subarray(dot * 4, dot * 4 + 3)).toString("hex"),
    );

    expect(new Set(corners)).toEqual(new Set(["5b5fc7"]));
  });
});
