import { describe, expect, it } from "vitest";
import { escapeXml, parseXml } from "../../../../sandbox/sharepoint-rest/caml/xml.ts";

describe("a piece of XML", () => {
  it("may have several roots, attributes in either quotes, and comments", () => {
    const [first, second] = parseXml(`<A One="1" Two='"2"'><B/></A> <!-- <x> --> <C>text</C>`);

    expect(first).toMatchObject({ name: "A", attributes: { One: "1", Two: '"2"' } });
    expect(first?.children.map(({ name }) => name)).toEqual(["B"]);
    expect(second?.text).toBe("text");
  });

  it("resolves entities, and takes what stands in CDATA as it is", () => {
    expect(parseXml("<A>R&amp;D &lt;&#x41;&#66;&gt;<![CDATA[<&>]]></A>")[0]?.text).toBe(
      "R&D <AB><&>",
    );
  });

  it.each([
    ["an open element", "<A>"],
    ["a wrong end", "<A></B>"],
    ["an end of nothing", "</A>"],
    ["text beside the roots", "<A/>text"],
    ["an attribute without quotes", "<A b=1/>"],
    ["an attribute given twice", `<A b="1" b="2"/>`],
    ["an unknown entity", "<A>&nbsp;</A>"],
    ["a bare ampersand", "<A>R & D</A>"],
    ["a document type", "<!DOCTYPE a><A/>"],
    ["a lone bracket", "<A>1 < 2</A>"],
  ])("is refused with %s", (_what, text) => {
    expect(() => parseXml(text)).toThrow(/./);
  });

  it("gives back text that was escaped for it", () => {
    const text = `a & b < c > "d"`;

    expect(parseXml(`<A t="${escapeXml(text)}"/>`)[0]?.attributes["t"]).toBe(text);
  });
});
