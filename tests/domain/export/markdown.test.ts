import { describe, expect, it } from "vitest";
import { address, bullets, inline, paragraphs, quotation } from "#domain/export/markdown.ts";

describe("text from people in Markdown", () => {
  it.each([
    ["<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"],
    ["&lt;b&gt; &#60; R&D", "&amp;lt;b&amp;gt; &amp;#60; R&D"],
    ["[Sign in](https://evil.example)", String.raw`\[Sign in\](<https://evil.example>)`],
    ["![](javascript:x)", String.raw`\!\[\](javascript:x)`],
    ["a | b", String.raw`a \| b`],
    ["`x` *y* ~z~", String.raw`\`x\` \*y\* \~z\~`],
    ["_it_ snake_case", String.raw`\_it\_ snake_case`],
    ["{{ x }} {% y %}", "&#123;&#123; x }} &#123;% y %}"],
    ["# Title", String.raw`\# Title`],
    ["- item", String.raw`\- item`],
    ["1. item", String.raw`1\. item`],
    ["1) item", String.raw`1\) item`],
    ["---", String.raw`\---`],
    ["===", String.raw`\===`],
    ["Title ##", String.raw`Title \##`],
    ["[^1]: note", String.raw`\[\^1\]: note`],
    ["$x$", String.raw`\$x\$`],
    ["first\n# second\n\n---", "first # second ---"],
    ["\u202Etxet\u0007", "txet"],
    ["Cut it from 18 to 9 %, by 2027-06-30 (Ada)", "Cut it from 18 to 9 %, by 2027-06-30 (Ada)"],
  ])("stays text: %j", (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  it.each([
    ["see https://a.example/x_y?b=1&c=2.", "see <https://a.example/x_y?b=1&c=2>."],
    ["fact, https://a.example/x)", "fact, <https://a.example/x>)"],
    ["https://a.example/Fo_(o)", "<https://a.example/Fo_(o)>"],
    ["https://a.example/&lt;b", "<https://a.example/&lt>;b"],
    ["www.a.example/x_", String.raw`www\.a.example/x\_`],
  ])("links an address to what it says: %j", (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  it("is a paragraph, a list item or a quoted line for each line", () => {
    expect(paragraphs("one\n\n# two")).toBe("one\n\n\\# two");
    expect(bullets(["one", "two\nthree"])).toBe("- one\n- two three");
    expect(quotation("one\n> two")).toBe("> one\n>\n> &gt; two");
  });
});

describe("the address of a row", () => {
  it("is a link that ends where it ends", () => {
    expect(address("https://a.example/Lists/My list/1_.000?x=<b>")).toBe(
      "<https://a.example/Lists/My%20list/1_.000?x=%3Cb%3E>",
    );
  });

  it("is text where it is no web address", () => {
    expect(address("javascript:alert(1)<b>")).toBe("javascript:alert(1)&lt;b&gt;");
  });
});
