import { type Figure } from "./figures.ts";
import { initialLoad, kilobytes, surfaceLoad } from "./initial-load.ts";

const surfaces = ["walk", "prepare", "stage", "log", "setup"];

/** The most the side panel may load for its first picture, in KB (gzip). */
const budget = 125;

/** What each surface loads: for its first picture, and with the surface that follows it. */
export function measureBytes(): readonly Figure[] {
  return surfaces.flatMap((surface) => {
    const page = `${surface}.html`;
    const what = surface === "walk" ? "side panel" : surface;
    const figure = (name: string, value: number): Figure => ({
      what: `${what}: ${name}`,
      value,
      unit: "KB",
    });
    const initial = figure(
      "initial scripts and styles, gzip",
      kilobytes(initialLoad(page), "gzipBytes"),
    );
    return [
      surface === "walk" ? { ...initial, target: budget } : initial,
      figure("the same, brotli", kilobytes(initialLoad(page), "brotliBytes")),
      figure("with the surface itself, gzip", kilobytes(surfaceLoad(page), "gzipBytes")),
    ];
  });
}
