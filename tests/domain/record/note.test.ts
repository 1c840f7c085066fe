import { describe, expect, it } from "vitest";
import { asNote, noteLimit } from "#domain/record/note.ts";

describe("a text as the record keeps it", () => {
  it("is the text itself where it fits", () => {
    const text = "x".repeat(noteLimit);

    expect(asNote(text)).toBe(text);
  });

  it("fits, and ends with where the whole of it is, where it does not", () => {
    const kept = asNote("x".repeat(noteLimit + 1));

    expect(kept).toHaveLength(noteLimit);
    expect(kept).toMatch(/x\n… \(shortened; the whole is in the list Decision events\)$/u);
  });

  it("is the same when it is kept again", () => {
    const kept = asNote("word ".repeat(noteLimit));

    expect(asNote(kept)).toBe(kept);
  });

  it.each([0, 1])("never ends in half a character, wherever the cut falls (%d)", (shift) => {
    const kept = asNote("x".repeat(shift) + "😀".repeat(noteLimit));

    expect(kept).not.toMatch(/\p{Surrogate}/u);
    expect(kept.length).toBeGreaterThan(noteLimit - 2);
  });
});
