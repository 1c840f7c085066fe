import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Brief, briefLimit, cleanText, draftUpTo, oneLine, textUpTo } from "#domain/text.ts";

const anyText = fc.string({ unit: "binary" });

describe("text as it is kept", () => {
  it.each([
    ["blanks at its ends", "  So  ", "So"],
    ["Windows line ends", "a\r\nb\rc", "a\nb\nc"],
    ["control characters", "a\u0000b\u0007c\u009f", "abc"],
    ["marks that turn the reading order", "a\u202eb\u2066c", "abc"],
    ["a byte order mark", "\ufeffa", "a"],
  ])("has no %s", (_, text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });

  it("keeps tabs, line breaks, accents and emoji", () => {
    const text = "Zoë\tsays\nこんにちは 👩‍💻";

    expect(cleanText(text)).toBe(text);
  });

  it("is clean once cleaned", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe("text on one line", () => {
  it("has no line break of any kind", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(oneLine(`${a}\n${b}\u2028${a}\r`)).not.toMatch(/[\n\r\u2028\u2029\t]/u);
      }),
    );
  });

  it("keeps its words apart", () => {
    expect(oneLine(" one\n\n two\tthree ")).toBe("one two three");
  });
});

describe("how long text may be", () => {
  const accepts = (text: string) => v.safeParse(Brief, text).success;

  it("is 280 for a brief, counted after cleaning", () => {
    expect(briefLimit).toBe(280);
    expect(accepts("x".repeat(280))).toBe(true);
    expect(accepts(`  ${"x".repeat(280)}  `)).toBe(true);
    expect(accepts("x".repeat(281))).toBe(false);
  });

  it("is not nothing, unless it is a draft", () => {
    expect(v.safeParse(textUpTo(10), " \u0000 ").success).toBe(false);
    expect(v.parse(draftUpTo(10), " \u0000 ")).toBe("");
  });
});
