import type { Route } from "./call.ts";

/** A route that fits a path, with the path's parameters. */
interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route for a method and a path below /v1.0; undefined when there is none. */
export type FindRoute = (method: string, path: string) => RouteMatch | undefined;

/** A finder over routes; literal segments win over parameters, whatever the order of routes. */
export function routeFinder(routes: readonly Route[]): FindRoute {
  const patterns = routes
    .map((route) => ({ route, ...patternOf(route.path) }))
    .sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    for (const { route, expression, names } of patterns) {
      if (route.method !== method) continue;
      const match = expression.exec(path);
      if (!match) continue;
      const values = names.map((name, index) => [name, decoded(match[index + 1] ?? "")] as const);
      return { route, params: Object.fromEntries(values) };
    }
    return undefined;
  };
}

function patternOf(path: string) {
  const names: string[] = [];
  const source = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith("{")) return part.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
      names.push(part.slice(1, -1));
      // A site may be addressed by host and path; that one parameter runs over slashes.
      return part === "{site-path}" ? "(.+?)" : "([^/]+)";
    })
    .join("");
  return { expression: new RegExp(`^${source}$`, "i"), names };
}

/** Text out of an address; what is badly encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
