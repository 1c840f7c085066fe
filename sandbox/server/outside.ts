import { Hono } from "hono";
import { LOGIN_HOST, entraRoutes } from "../entra/routes.ts";
import { listsOf } from "../graph/sharepoint/access.ts";
import type { GraphService } from "../graph/service.ts";
import { pagesUrlOf } from "./addresses.ts";
import type { Consent } from "./consent.ts";
import { deployedHeaders } from "./deployed-headers.ts";
import { staticFiles } from "./static-files.ts";

/**
 * The sign-in's address. Where the sign-in page lies below a path, MSAL takes the first part of that
 * path for the tenant; so it is called by the same name here.
 */
function authorityOf(pagesUrl: string): string {
  const [, first = ""] = new URL(pagesUrl).pathname.split("/");
  return `https://${LOGIN_HOST}/${first}`;
}

/**
 * The product once more, as people open it outside Teams: its own settings name the sandbox's
 * sign-in and, once they are there, the lists of the recommended site.
 */
export function outsideRoutes(graph: GraphService, dist: string, consent: Consent): Hono {
  const app = new Hono();
  const { directory } = graph.world;
  app.route("/login", entraRoutes(graph, pagesUrlOf));
  app.get("/browser/config.json", (c) => {
    const site = directory.sites.find(({ recommended }) => recommended);
    const lists = site === undefined ? [] : listsOf(graph.world, site);
    const idOf = (name: string) => lists.find(({ head }) => head.displayName === name)?.head.id;
    const [decisions, events] = [idOf("Decisions"), idOf("Decision events")];
    return c.json({
      clientId: directory.tenant.clientId,
      authority: authorityOf(pagesUrlOf(c.req.raw)),
      consent,
      siteId: site?.id,
      ...(decisions && events && { lists: { decisions, events } }),
    });
  });
  app.get("/browser/*", staticFiles(dist, "/sandbox/browser/", headers));
  return app;

  async function headers() {
    const sent = await deployedHeaders(dist);
    const entries = Object.entries(sent).map(([name, value]) => [
      name,
      value.replaceAll("login.microsoftonline.com", LOGIN_HOST),
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
  }
}
