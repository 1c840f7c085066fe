import { describe, expect, it } from "vitest";
import { textOf } from "./files.ts";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(textOf("package-lock.json")) as Lock;

/** The package npm would find from another: in its own folder first, then in each folder above. */
function resolve(from: string, name: string): LockedPackage | undefined {
  const folders = (from && `/${from}`).split("/node_modules/");
  return folders
    .map((_, depth) => [...folders.slice(0, folders.length - depth), name])
    .map((path) => packages[path.join("/node_modules/").slice(1)])
    .find((found) => found !== undefined);
}

describe("the lock", () => {
  it("holds every optional package with its version, so that npm ci works on every platform", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => resolve(path, name)?.version === undefined)
        .map((name) => `${path} → ${name}`),
    );

    expect(missing).toEqual([]);
  });

  it("names no registry but npm's own", () => {
    const elsewhere = Object.values(packages)
      .map(({ resolved }) => resolved)
      .filter((address) => address && !address.startsWith("https://registry.npmjs.org/"));

    expect(elsewhere).toEqual([]);
  });

  it("pins each package the house names to one exact version", () => {
    const wanted = JSON.parse(textOf("package.json")) as PackageFile;
    const all = Object.entries({
      ...wanted.dependencies,
      ...wanted.devDependencies,
      ...wanted.optionalDependencies,
    });

    expect(
      all.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });
});
