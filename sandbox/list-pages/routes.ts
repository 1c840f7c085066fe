import { Hono } from "hono";
import type { Context } from "hono";
import type { World } from "../graph/call.ts";
import type { List } from "../graph/store/list.ts";
import type { Html } from "./cell.ts";
import { itemPage } from "./item-page.ts";
import { listPage } from "./list-page.ts";
import { closedPage, missingPage } from "./page.ts";
import { isOwner, keepWriting, ownersOnlyPage, settingsPage } from "./settings-page.ts";
import { sitePage } from "./site-page.ts";
import { listNamed, listWithId, mayRead, openVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

const HEADERS = {
  "cache-control": "no-store",
  // The pages hold no script at all, so that no text in a list can become one.
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  "x-content-type-options": "nosniff",
};

type Shown = readonly [status: 200 | 403 | 404, page: Html];

/** Pages on which a person reads the lists of a site, with the rights of whom `person` names. */
export function listPageRoutes(world: World): Hono {
  const app = new Hono();
  const answer = async (c: Context, show: (visit: Visit) => Shown) => {
    const { person, page: _page, ...kept } = c.req.query();
    const visit = openVisit(world, c.req.param("site") ?? "", person, kept);
    if (!visit) return c.text("There is no such site.", 404);
    const [status, page] = mayRead(visit) ? show(visit) : [403 as const, closedPage(visit)];
    return c.html(await page, status, HEADERS);
  };
  const withList = (c: Context, show: (visit: Visit, list: List) => Html) =>
    answer(c, (visit) => {
      const list = listNamed(visit, c.req.param("list") ?? "");
      return list ? [200, show(visit, list)] : [404, missingPage(visit, "There is no such list.")];
    });
  const settings = (c: Context, show: (visit: Visit, list: List) => Html) =>
    answer(c, (visit) => {
      const list = listWithId(visit, c.req.query("List") ?? "");
      if (!list) return [404, missingPage(visit, "There is no such list.")];
      return isOwner(visit) ? [200, show(visit, list)] : [403, ownersOnlyPage(visit)];
    });
  const item = (c: Context, id: string | undefined) =>
    withList(c, (visit, list) => itemPage(visit, list, Number.parseInt(id ?? "", 10)));

  app.get("/:site", (c) => answer(c, (visit) => [200, sitePage(visit)]));
  app.get("/:site/Lists/:list", (c) =>
    withList(c, (visit, list) =>
      listPage(visit, list, {
        view: c.req.query("view"),
        pageNumber: Number(c.req.query("page") ?? "1"),
      }),
    ),
  );
  app.get("/:site/Lists/:list/DispForm.aspx", (c) => item(c, c.req.query("ID")));
  // The address Graph gives of an item, as SharePoint writes it.
  app.get("/:site/Lists/:list/:item{[0-9]+_\\.000}", (c) => item(c, c.req.param("item")));
  app.get("/:site/_layouts/15/advsetng.aspx", (c) => settings(c, settingsPage));
  app.post("/:site/_layouts/15/advsetng.aspx", async (c) => {
    const { write } = await c.req.parseBody();
    return settings(c, (visit, list) => {
      const isKept = keepWriting(visit, list, typeof write === "string" ? write : "");
      return settingsPage(visit, list, isKept ? "Saved." : "Choose one of the three.");
    });
  });
  return app;
}
