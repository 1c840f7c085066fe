/** A difference this small is within what an answer's date and its journey can blur. */
const blurMs = 2000;

/**
 * How far this browser's clock is off the server's. An answer's date is cut to the second and
 * travels a while, so every sample is too low: the highest of them comes nearest.
 */
export function keepOffset() {
  let highest: number | undefined;
  return {
    /** Learns one sample: server time minus this browser's, in milliseconds. */
    learn(sampleMs: number): void {
      highest = highest === undefined ? sampleMs : Math.max(highest, sampleMs);
    },
    /** Milliseconds to add to this browser's clock. */
    value(): number {
      return highest === undefined || Math.abs(highest) < blurMs ? 0 : highest;
    },
  };
}
