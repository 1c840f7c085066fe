import { describe, expect, it } from "vitest";
import { readCondition, routeOf } from "../../sandbox/teams-host/service/forwarding.ts";

const worker = "https://proxy.example/some/path/sandbox/sw.js";

describe("a request under the worker", () => {
  it("goes from Graph to the sandbox beside the worker, wherever a proxy puts it", () => {
    const url = "https://graph.microsoft.com/v1.0/sites/a,b/lists?$filter=x%20eq%201";

    expect(routeOf("GET", url, worker)).toEqual({
      kind: "graph",
      target: "https://proxy.example/some/path/graph/v1.0/sites/a,b/lists?$filter=x%20eq%201",
    });
  });

  it("goes from SharePoint's own REST to the sandbox, but not for its pages", () => {
    const host = "https://larkfield.sharepoint.com/sites/x";

    expect(routeOf("POST", `${host}/_api/web/lists?$select=Id`, worker)).toEqual({
      kind: "graph",
      target: "https://proxy.example/some/path/sharepoint/sites/x/_api/web/lists?$select=Id",
    });
    expect(routeOf("GET", `${host}/Lists/Decisions/AllItems.aspx`, worker)).toEqual({
      kind: "leave",
    });
  });

  it("for the list of trusted hosts is answered here, so that nothing leaves the machine", () => {
    const url = "https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json";

    expect(routeOf("GET", url, worker)).toEqual({ kind: "origins" });
  });

  it.each([
    "https://proxy.example/some/path/sandbox/app/walk.html",
    "https://proxy.example/some/path/graph/v1.0/me",
    "https://graph.microsoft.com.evil.example/v1.0/me",
    "http://graph.microsoft.com/v1.0/me",
    "https://res.cdn.office.net/teams-js/other.js",
  ])("is left alone otherwise: %s", (url) => {
    expect(routeOf("GET", url, worker)).toEqual({ kind: "leave" });
  });

  it("sets the asking page's network only when it is put, not read", () => {
    const url = "https://proxy.example/some/path/sandbox/network";

    expect(routeOf("PUT", url, worker)).toEqual({ kind: "condition" });
    expect(routeOf("GET", url, worker)).toEqual({ kind: "leave" });
  });
});

describe("a network condition", () => {
  it.each(["", "nonsense", "{}", '{"offline":"yes","delayMilliseconds":"soon"}'])(
    "is a good network when nothing sensible is said: %j",
    (text) => {
      expect(readCondition(text)).toEqual({ offline: false, delayMilliseconds: 0 });
    },
  );
});
