import { crc32, deflateSync } from "node:zlib";

const SIZE = 48;

/** A small abstract picture, the same for the same person: hills under a sky of their own colour. */
export function portraitOf(id: string): Uint8Array {
  const number = Buffer.from(id).reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7);
  const hue = number % 360;
  const rows: number[] = [];
  for (let y = 0; y < SIZE; y += 1) {
    rows.push(0);
    for (let x = 0; x < SIZE; x += 1) rows.push(...pixel(x, y, hue, number));
  }
  return png(Buffer.from(rows));
}

function pixel(x: number, y: number, hue: number, number: number): readonly number[] {
  const sun = Math.hypot(x - 14 - (number % 20), y - 14);
  const far = 27 + 5 * Math.sin((x + number) / 9);
  const near = 36 + 4 * Math.sin((x - number) / 6);
  if (y > near) return colour(hue, 0.45, 0.32);
  if (y > far) return colour(hue, 0.42, 0.46);
  if (sun < 7) return colour((hue + 40) % 360, 0.85, 0.88);
  return colour(hue, 0.5, 0.78 - y / 240);
}

function colour(hue: number, saturation: number, lightness: number): number[] {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((shift) => {
    const k = (shift + hue / 30) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  });
}

function png(pixels: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "ascii"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
