import { createHash } from "node:crypto";
import type { CloudName } from "../src/adapters/browser/clouds.ts";
import { addressesOf } from "./clouds.ts";

/** The answer's headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** What every file is sent with, and what only those whose name carries their content's hash. */
export interface HeaderRules {
  readonly everywhere: Headers;
  readonly assets: Headers;
}

/** Features of the browser that nothing here uses, and no script that got in should have. */
const unused = [
  ..."accelerometer camera display-capture geolocation gyroscope hid".split(" "),
  ..."magnetometer microphone midi payment serial usb".split(" "),
];

/** Style elements that arrive empty: Fluent makes them and writes its rules through the object model. */
const emptyStyle = "";

/**
 * All headers of a deployment. `inlineStyles` are the pages' own, allowed by their hash.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 */
export function headerRules(cloud: CloudName, inlineStyles: readonly string[]): HeaderRules {
  return {
    everywhere: {
      "Content-Security-Policy": policy(cloud, inlineStyles),
      "Referrer-Policy": "same-origin",
      "Permissions-Policy": unused.map((feature) => `${feature}=()`).join(", "),
      "X-Content-Type-Options": "nosniff",
      "Strict-Transport-Security": "max-age=31536000",
      "Cache-Control": "no-cache",
    },
    assets: { "Cache-Control": "public, max-age=31536000, immutable" },
  };
}

function policy(cloud: CloudName, inlineStyles: readonly string[]): string {
  const { ancestors, connect, signIn } = addressesOf(cloud);
  const hashes = [...new Set([...inlineStyles, emptyStyle])].map(hashOf);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${hashes.join(" ")}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${connect.join(" ")}`,
    `form-action ${signIn.join(" ")}`,
    "base-uri 'none'",
    // Text never becomes markup or code, whatever a script of ours might get wrong.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors 'self' ${ancestors.join(" ")}`,
  ].join("; ");
}

function hashOf(style: string): string {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

/** The content of a page's inline style elements. */
export function inlineStylesOf(html: string): readonly string[] {
  return Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, style]) => style ?? "");
}
