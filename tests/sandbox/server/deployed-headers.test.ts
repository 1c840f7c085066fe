import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { deployedHeaders } from "../../../sandbox/server/deployed-headers.ts";

/** A built folder whose host is told to send these headers. */
function built(globalHeaders: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "quorate-dist-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "staticwebapp.config.json"), JSON.stringify({ globalHeaders }));
  return folder;
}

it("sends what a deployment sends, framed by nobody but the sandbox", async () => {
  const policy = "script-src 'self'; frame-ancestors https://a.example https://b.example";
  const folder = built({ "Content-Security-Policy": policy, "Referrer-Policy": "same-origin" });

  expect(await deployedHeaders(folder)).toEqual({
    "content-security-policy": "script-src 'self'; frame-ancestors 'self'",
    "referrer-policy": "same-origin",
  });
});

it("does not promise https, nor that anything may be kept", async () => {
  const folder = built({ "Strict-Transport-Security": "max-age=1", "Cache-Control": "no-cache" });

  expect(await deployedHeaders(folder)).toEqual({});
});

it("fails where nothing is built, instead of serving without a policy", async () => {
  await expect(deployedHeaders(join(tmpdir(), "no-such-build"))).rejects.toThrow(/ENOENT/);
});
