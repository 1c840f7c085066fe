import { type Picture, readPng } from "./png.ts";

/** Above this opacity a dot is seen as the icon's line. */
const SEEN = 128;
/** Smoothed edges are mixed colours; a line counts as white from here on. */
const WHITE = 250;

/** What Teams would turn down about an icon, one sentence each; undefined bytes are a missing file. */
export function iconProblems(
  kind: "color" | "outline",
  name: string,
  bytes: Uint8Array | undefined,
): readonly string[] {
  const size = kind === "color" ? 192 : 32;
  if (bytes === undefined) return [`${name} is missing: put a PNG of ${size} × ${size} there.`];
  const picture = readPng(bytes);
  if (!picture) return [`${name} is no PNG of 8 bits per channel: export it as one.`];
  const { width, height } = picture;
  if (width !== size || height !== size)
    return [`${name} is ${width} × ${height}: Teams wants ${size} × ${size}.`];
  return kind === "color" ? [] : outlineProblems(name, picture);
}

function outlineProblems(name: string, { dots }: Picture): readonly string[] {
  let seen = 0;
  let coloured = 0;
  for (let at = 0; at < dots.length; at += 4) {
    if ((dots[at + 3] ?? 0) < SEEN) continue;
    seen += 1;
    if (dots.subarray(at, at + 3).some((channel) => channel < WHITE)) coloured += 1;
  }
  if (seen === dots.length / 4)
    return [`${name} has no transparent background: Teams draws the outline on its own colours.`];
  if (seen === 0) return [`${name} is empty: draw the outline in white.`];
  return coloured > 0 ? [`${name} is not white: draw the outline in white on transparent.`] : [];
}
