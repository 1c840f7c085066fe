import type { Person, Site } from "../directory/directory.ts";
import type { World } from "../graph/call.ts";
import { refuse } from "../graph/errors.ts";
import type { Row } from "../graph/store/facts.ts";
import { defaultView } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import { meets } from "./caml/evaluate.ts";
import { readQuery } from "./caml/query.ts";

interface Writing {
  readonly world: World;
  readonly caller: Person;
}

/**
 * Ends the write of an item that the list's write security keeps from this person: somebody
 * else's, or any at all. Who may manage lists is not bound by it.
 *
 * @throws GraphError 403 accessDenied.
 */
export function refuseGuarded(
  { world, caller }: Writing,
  site: Site,
  list: List,
  row?: Pick<Row, "createdBy">,
): void {
  const write = list.head.security?.write ?? 1;
  if (write === 1 || world.directory.roleIn(site, caller) === "owner") return;
  const isOwn = row === undefined || row.createdBy === caller.id;
  if (write === 4 || !isOwn) refuse(403, "accessDenied", "Access denied");
}

/** Of some rows those that Graph lists: a filter on the default view binds Graph as well. */
export function rowsInDefaultView(
  { world, caller }: Writing,
  site: Site,
  list: List,
  rows: readonly Row[],
): readonly Row[] {
  const { where } = readQuery(defaultView(list).query);
  const asking = { world, site, personId: caller.id };
  return where ? rows.filter((row) => meets(asking, list, where, row)) : rows;
}
