import type { World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/**
 * What a promise gives, or a failure when it takes too long: neither the Teams client nor its
 * sign-in ever gives up by itself.
 *
 * @throws StoreError of this kind after the time is up; else whatever the promise throws.
 */
export async function within<T>(
  world: Pick<World, "after">,
  ms: number,
  what: string,
  promise: Promise<T>,
  kind: "no-answer" | "signed-out" = "no-answer",
): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    const complain = () => reject(new StoreError(kind, `Teams never answered: ${what}`));
    cancel = world.after(ms, complain);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    cancel();
  }
}
