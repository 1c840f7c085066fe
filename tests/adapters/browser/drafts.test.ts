import { describe, expect, it } from "vitest";
import { openDrafts } from "#adapters/browser/drafts.ts";

function storage(): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage & { readonly kept: Map<string, string> };
}

describe("drafts", () => {
  it("are kept as they were typed, until they are cleared", () => {
    const area = storage();
    const drafts = openDrafts(() => area);
    drafts.write("answer", "half a <b>sentence</b> 😀\n");
    expect(openDrafts(() => area).read("answer")).toBe("half a <b>sentence</b> 😀\n");
    drafts.clear("answer");

    expect(drafts.read("answer")).toBeUndefined();
  });

  it("keep an empty text apart from none", () => {
    const area = storage();
    const drafts = openDrafts(() => area);
    drafts.write("answer", "");

    expect([drafts.read("answer"), drafts.read("other")]).toEqual(["", undefined]);
  });

  it("leave what others keep in the same storage alone", () => {
    const area = storage();
    area.kept.set("answer", "not ours");
    openDrafts(() => area).clear("answer");

    expect(openDrafts(() => area).read("answer")).toBeUndefined();
    expect(area.kept.get("answer")).toBe("not ours");
  });

  it("are forgotten without a word where the browser forbids storage", () => {
    const drafts = openDrafts(() => {
      throw new DOMException("denied", "SecurityError");
    });
    drafts.write("answer", "text");
    drafts.clear("answer");

    expect(drafts.read("answer")).toBeUndefined();
  });

  it("are forgotten without a word where the storage is full", () => {
    const area = storage();
    area.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };

    expect(() => openDrafts(() => area).write("answer", "text")).not.toThrow();
  });
});
