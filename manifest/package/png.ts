import { inflateSync } from "node:zlib";

/** A picture as the colours of its dots: red, green, blue and opacity of each, 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

const signature = "89504e470d0a1a0a";
/** Bytes per dot by PNG's colour type: RGB and RGBA, the two that icons are drawn in. */
const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of 8 bits per channel, with or without opacity; undefined for anything else.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function readPng(bytes: Uint8Array): Picture | undefined {
  const png = Buffer.from(bytes);
  if (png.length < 33 || png.subarray(0, 8).toString("hex") !== signature) return undefined;
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colourType, interlace] = [png.readUInt8(24), png.readUInt8(25), png.readUInt8(28)];
  const channels = channelsOf[colourType];
  if (depth !== 8 || channels === undefined || interlace !== 0) return undefined;
  try {
    const lines = inflateSync(Buffer.concat(chunksOf(png, "IDAT")));
    return {
      width,
      height,
      dots: withOpacity(unfiltered(lines, width, height, channels), channels),
    };
  } catch {
    return undefined;
  }
}

function chunksOf(png: Buffer, kind: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length; at += png.readUInt32BE(at) + 12) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === kind)
      found.push(png.subarray(at + 8, at + 8 + length));
  }
  return found;
}

/** Every line of a PNG says how it was foretold from its neighbours; this adds the foretelling back. */
function unfiltered(lines: Buffer, width: number, height: number, channels: number): Uint8Array {
  const perLine = width * channels;
  const bytes = new Uint8Array(perLine * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines.readUInt8(y * (perLine + 1));
    for (let x = 0; x < perLine; x += 1) {
      const at = y * perLine + x;
      const left = x >= channels ? (bytes[at - channels] ?? 0) : 0;
      const up = y > 0 ? (bytes[at - perLine] ?? 0) : 0;
      const upLeft = x >= channels && y > 0 ? (bytes[at - perLine - channels] ?? 0) : 0;
      bytes[at] = lines.readUInt8(y * (perLine + 1) + 1 + x) + foretold(filter, left, up, upLeft);
    }
  }
  return bytes;
}

function foretold(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const guess = left + up - upLeft;
  const [byLeft, byUp, byUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byUpLeft ?? 0)) return left;
  return (byUp ?? 0) <= (byUpLeft ?? 0) ? up : upLeft;
}

function withOpacity(bytes: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return bytes;
  const dots = new Uint8Array((bytes.length / 3) * 4).fill(255);
  for (let dot = 0; dot < bytes.length / 3; dot += 1)
    dots.set(bytes.subarray(dot * 3, dot * 3 + 3), dot * 4);
  return dots;
}
