import type { Config } from "#adapters/browser/config.ts";
import type { HostContext } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/**
 * Lets people of this deployment's tenant in, its guests among them. People who join from another
 * one bring their own tenant's identity, which opens nothing here.
 *
 * @throws StoreError `forbidden` with the code `other-tenant`.
 */
export function admit(
  { tenantId }: Pick<HostContext, "tenantId">,
  config: Pick<Config, "tenantId">,
): void {
  if (config.tenantId === undefined || tenantId === undefined) return;
  if (tenantId === config.tenantId) return;
  throw new StoreError("forbidden", `Signed in to the tenant ${tenantId}`, {
    code: "other-tenant",
  });
}
