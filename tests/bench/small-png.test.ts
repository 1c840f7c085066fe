import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { small } from "../../bench/small-png.ts";
import { readPng } from "../../manifest/package/png.ts";
import { projectRoot } from "../house/planted.ts";

const screenshot = readFileSync(join(projectRoot, "manifest/color.png"));

function chunk(png: Buffer, kind: string): Buffer {
  const at = png.indexOf(kind, 8, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

/** Red, green and blue of one dot of a PNG with a palette. */
function dotOf(png: Buffer, x: number, y: number): readonly number[] {
  const width = chunk(png, "IHDR").readUInt32BE(0);
  const place = inflateSync(chunk(png, "IDAT")).readUInt8(y * (width + 1) + 1 + x);
  return [...chunk(png, "PLTE").subarray(place * 3, place * 3 + 3)];
}

describe("a screenshot made small", () => {
  const png = Buffer.from(small(screenshot));

  it("takes less room than before", () => {
    expect(png.length).toBeLessThan(screenshot.length);
  });

  it.each([
    [20, 20],
    [96, 96],
    [120, 60],
  ])("shows what it showed at %i, %i", (x, y) => {
    const before = readPng(screenshot);
    const at = (y * (before?.width ?? 0) + x) * 4;
    const apart = dotOf(png, x, y).map((part, of) => Math.abs(part - (before?.dots[at + of] ?? 0)));

    expect(Math.max(...apart)).toBeLessThanOrEqual(6);
  });

  it("ends in a line, so that white does not run into the page", () => {
    expect(dotOf(png, 0, 100)).toEqual([209, 209, 209]);
  });

  it("is refused when it is no screenshot", () => {
    expect(() => small(png)).toThrow("no PNG of 8 bits per channel");
  });
});
