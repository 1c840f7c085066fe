import { wordNode } from "./node.ts";
import type { Node } from "./node.ts";
import { Unsupported } from "./value.ts";

/** Operators by how tightly they bind, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];
const TOKEN =
  /\s*(?:('[^']*'|"[^"]*")|(\d+(?:\.\d+)?)|(\[[$!][^\]]*\]|@[A-Za-z]\w*(?:\.\w+)*)|([A-Za-z]\w*)|(\|\||&&|==|!=|<=|>=|[-+*/%<>(),!]))/y;

interface Token {
  readonly kind: "text" | "number" | "word" | "name" | "sign";
  readonly text: string;
}

/**
 * What a formatting says somewhere: an expression after `=`, a single word such as
 * `@currentField`, or plain text.
 *
 * @throws Unsupported for what cannot be read.
 * @see https://learn.microsoft.com/sharepoint/dev/declarative-customization/formatting-syntax-reference
 */
export function parseText(text: string): Node {
  if (!text.startsWith("=")) return wordNode(text) ?? { kind: "literal", value: text };
  const reader = readerOf(tokensOf(text.slice(1)));
  const node = readLevel(reader, 0);
  if (reader.next() !== undefined) throw new Unsupported(`the expression ${shortened(text)}`);
  return node;
}

/**
 * An expression in the long form, as JSON of operators and operands.
 *
 * @throws Unsupported for what is none.
 */
export function parseTree(value: unknown): Node {
  if (typeof value === "number" || typeof value === "boolean") return { kind: "literal", value };
  if (typeof value === "string") return parseText(value);
  const { operator, operands } = (value ?? {}) as { operator?: unknown; operands?: unknown };
  if (typeof operator !== "string" || !Array.isArray(operands))
    throw new Unsupported(`the expression ${shortened(JSON.stringify(value))}`);
  const name = operator === "?" ? "if" : operator.replace(/\(\)$/, "");
  return { kind: "call", name, args: operands.map(parseTree) };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (text.slice(pattern.lastIndex).trim() !== "") {
    const match = pattern.exec(text);
    if (!match) throw new Unsupported(`the expression =${shortened(text)}`);
    const kinds = ["text", "number", "word", "name", "sign"] as const;
    const index = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: kinds[index] ?? "sign", text: match[index + 1] ?? "" });
  }
  return tokens;
}

interface Reader {
  /** What comes next, without taking it. */
  next(): Token | undefined;
  take(): Token | undefined;
  /** Takes a sign if it comes next. */
  takes(sign: string): boolean;
}

function readerOf(tokens: readonly Token[]): Reader {
  let at = 0;
  const next = () => tokens[at];
  const takes = (sign: string) => {
    const found = next()?.kind === "sign" && next()?.text === sign;
    if (found) at += 1;
    return found;
  };
  return { next, takes, take: () => tokens[at++] };
}

function readLevel(reader: Reader, level: number): Node {
  const signs = LEVELS[level];
  if (!signs) return readUnary(reader);
  let left = readLevel(reader, level + 1);
  for (;;) {
    const sign = signs.find((one) => reader.takes(one));
    if (sign === undefined) return left;
    left = { kind: "call", name: sign, args: [left, readLevel(reader, level + 1)] };
  }
}

function readUnary(reader: Reader): Node {
  if (reader.takes("!")) return { kind: "call", name: "!", args: [readUnary(reader)] };
  if (!reader.takes("-")) return readPrimary(reader);
  return { kind: "call", name: "-", args: [{ kind: "literal", value: 0 }, readUnary(reader)] };
}

function readPrimary(reader: Reader): Node {
  if (reader.takes("(")) {
    const inner = readLevel(reader, 0);
    expect(reader, ")");
    return inner;
  }
  const token = reader.take();
  switch (token?.kind) {
    case "text":
      return { kind: "literal", value: token.text.slice(1, -1) };
    case "number":
      return { kind: "literal", value: Number(token.text) };
    case "word":
      return wordNode(token.text) ?? { kind: "token", name: token.text };
    case "name":
      return readName(reader, token.text);
    default:
      throw new Unsupported(
        `an expression with ${token ? `"${token.text}"` : "its end"} out of place`,
      );
  }
}

function readName(reader: Reader, name: string): Node {
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
  expect(reader, "(");
  const args: Node[] = [];
  if (!reader.takes(")")) {
    do args.push(readLevel(reader, 0));
    while (reader.takes(","));
    expect(reader, ")");
  }
  return { kind: "call", name, args };
}

function expect(reader: Reader, sign: string): void {
  if (!reader.takes(sign)) throw new Unsupported(`an expression without ${sign} where it belongs`);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
