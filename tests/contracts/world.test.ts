import { browserWorld } from "#adapters/browser/world.ts";
import { fixedWorld } from "../doubles/fixed-world.ts";
import { describeWorld } from "./world.ts";

describeWorld("fixed", () => {
  const world = fixedWorld();
  return { world, pass: (ms) => world.advance(ms) };
});

describeWorld("the browser's own", () => ({
  world: browserWorld,
  pass: (ms) => new Promise((done) => setTimeout(done, ms)),
}));
