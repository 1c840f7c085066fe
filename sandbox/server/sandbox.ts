import { join } from "node:path";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Directory } from "../directory/directory.ts";
import type { Behaviour } from "../graph/conditions/behaviour.ts";
import { ConnectionLost } from "../graph/errors.ts";
import { graphService } from "../graph/service.ts";
import type { GraphService } from "../graph/service.ts";
import { openTenant } from "../graph/store/tenant.ts";
import { sharePointService } from "../sharepoint-rest/service.ts";
import { pagesUrlOf } from "./addresses.ts";
import { deployedHeaders } from "./deployed-headers.ts";
import { listPageRoutes } from "../list-pages/routes.ts";
import { cutConnection } from "./connection.ts";
import { type Consent, consented } from "./consent.ts";
import { controlRoutes } from "./control.ts";
import { outsideRoutes } from "./outside.ts";
import { peopleAndMeetingsRoutes } from "./people-and-meetings.ts";
import { signInRoutes } from "./sign-in.ts";
import { staticFiles } from "./static-files.ts";
import { trafficFeed } from "./traffic.ts";

/** Everything the sandbox serves, as one fetch handler. */
export interface Sandbox {
  readonly app: Hono;
  readonly graph: GraphService;
}

/** Puts the sandbox together: host pages, the built app, Graph, list pages and its switches. */
export function startSandbox(options: {
  /** Where dist/ and dist-sandbox/ lie. */
  readonly projectRoot: string;
  readonly directory: Directory;
  /** Without it nothing outlives the process. */
  readonly stateFolder?: string;
  readonly behaviour?: Partial<Behaviour>;
  /** Simple, unless said otherwise. */
  readonly consent?: Consent;
}): Sandbox {
  const { projectRoot, stateFolder, consent = "simple" } = options;
  const directory = consented(options.directory, consent);
  const tenant = openTenant({ directory, ...(stateFolder !== undefined && { stateFolder }) });
  const traffic = trafficFeed();
  const graph = graphService(tenant, {
    ...options.behaviour,
    pagesUrl: pagesUrlOf,
    onTraffic: traffic.publish,
  });
  const app = new Hono();

  app.onError((error, c) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return c.text("The sandbox itself failed; what happened is in its terminal.", 500);
  });
  // Relative, so that it also works below a path of a reverse proxy.
  app.get("/", (c) => c.newResponse(null, 302, { location: "sandbox/" }));
  app.get("/sandbox", (c) => c.newResponse(null, 302, { location: "sandbox/" }));
  const sharePoint = sharePointService(graph, { onTraffic: traffic.publish });
  app.all("/graph/*", (c) => answerOrCut(c, graph.handle));
  app.all("/sharepoint/*", (c) => answerOrCut(c, sharePoint.handle));
  // Everything but hashed files may be other the next time it is asked for.
  app.use("/sandbox/*", async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  });
  app.route("/sandbox", controlRoutes(graph, tenant, traffic));
  app.route("/sandbox", signInRoutes(graph));
  app.route("/sandbox", peopleAndMeetingsRoutes(graph.world));
  app.route("/sandbox/sites", listPageRoutes(graph.world));
  app.get("/sandbox/app/config.json", (c) =>
    c.json(
      {
        clientId: directory.tenant.clientId,
        authority: "https://login.microsoftonline.com/common",
        graphBaseUrl: "https://graph.microsoft.com/v1.0",
        consent,
        siteId: directory.sites.find((site) => site.recommended)?.id,
      },
      200,
      { "cache-control": "no-store" },
    ),
  );
  const dist = join(projectRoot, "dist");
  app.get(
    "/sandbox/app/*",
    staticFiles(dist, "/sandbox/app/", () => deployedHeaders(dist)),
  );
  app.route("/sandbox", outsideRoutes(graph, dist, consent));
  app.get("/sandbox/*", staticFiles(join(projectRoot, "dist-sandbox", "host"), "/sandbox/"));
  return { app, graph };
}

async function answerOrCut(
  c: Context,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  try {
    return await handle(c.req.raw);
  } catch (error) {
    if (error instanceof ConnectionLost) return cutConnection(c);
    throw error;
  }
}
