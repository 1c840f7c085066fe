import { crc32, deflateSync } from "node:zlib";
import { type Picture, readPng } from "../manifest/package/png.ts";

const most = 256;
const edge = { width: 2, colour: [209, 209, 209] } as const;
/** How unlike two colours must be, summed over red, green and blue, to be worth a place each. */
const apart = 6;

/**
 * Makes a screenshot small enough to be kept with the sources: at most 256 colours, the commonest
 * ones, and everything else the nearest of them. Pictures of an interface lose nothing one can see.
 * A line around it shows where a white picture ends on a white page.
 */
export function small(png: Uint8Array): Uint8Array {
  const picture = readPng(png);
  if (picture === undefined) throw new Error("This is no PNG of 8 bits per channel.");
  drawEdge(picture);
  const colours = coloursOf(picture);
  const { width, height } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(colours.flatMap((colour) => [...parts(colour)]))),
    chunk("IDAT", deflateSync(lines(picture, colours), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function drawEdge({ width, height, dots }: Picture): void {
  const isInside = (at: number, size: number) => at >= edge.width && at < size - edge.width;
  for (let dot = 0; dot < width * height; dot += 1) {
    if (isInside(dot % width, width) && isInside(Math.floor(dot / width), height)) continue;
    dots.set(edge.colour, dot * 4);
  }
}

/** The commonest colours, none of them hardly different from a commoner one. */
function coloursOf(picture: Picture): readonly number[] {
  const counts = new Map<number, number>();
  for (let dot = 0; dot < picture.width * picture.height; dot += 1) {
    const colour = colourAt(picture, dot);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const chosen: number[] = [];
  for (const [colour] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    if (chosen.every((one) => distance(one, colour) >= apart)) chosen.push(colour);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** The dots as places in the palette, each line begun by the filter that foretells nothing. */
function lines(picture: Picture, colours: readonly number[]): Uint8Array {
  const { width, height } = picture;
  const places = new Map(colours.map((colour, place) => [colour, place]));
  const bytes = new Uint8Array((width + 1) * height);
  for (let dot = 0; dot < width * height; dot += 1) {
    const colour = colourAt(picture, dot);
    const place = places.get(colour) ?? nearest(colour, colours);
    places.set(colour, place);
    bytes[Math.floor(dot / width) * (width + 1) + 1 + (dot % width)] = place;
  }
  return bytes;
}

function nearest(colour: number, colours: readonly number[]): number {
  let best = 0;
  for (const [place, one] of colours.entries()) {
    if (distance(one, colour) < distance(colours[best] ?? 0, colour)) best = place;
  }
  return best;
}

function colourAt({ dots }: Picture, dot: number): number {
  const [red = 0, green = 0, blue = 0] = dots.subarray(dot * 4, dot * 4 + 3);
  return red * 65_536 + green * 256 + blue;
}

function distance(one: number, other: number): number {
  const [a, b] = [parts(one), parts(other)];
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
}

function parts(colour: number): readonly [red: number, green: number, blue: number] {
  return [Math.floor(colour / 65_536), Math.floor(colour / 256) % 256, colour % 256];
}

function chunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
