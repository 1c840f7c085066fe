import type { StoreError } from "#flows/store-error.ts";
import { Button } from "@fluentui/react-components";

interface AllowButtonProps {
  readonly why: StoreError;
  readonly onAllow: (scopes: readonly string[]) => void;
}

/** Where a permission is all that is missing: the way to give it. */
export function AllowButton({ why, onAllow }: AllowButtonProps) {
  const { scopes = [] } = why.details;
  if (why.kind !== "consent-needed" || scopes.length === 0) return null;
  return (
    <div>
      <Button appearance="primary" onClick={() => onAllow(scopes)}>
        Allow
      </Button>
    </div>
  );
}
