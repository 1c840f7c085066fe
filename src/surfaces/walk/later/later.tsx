import { Button } from "@fluentui/react-components";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { text } from "#surfaces/walk/text.ts";

/** A part that is no part of the first load: fetched when somebody is likely to need it. */
export type LaterPart<Props> = ComponentType<Props> & {
  /** Fetches it ahead; should it not come now, it is asked for again where it is shown. */
  readonly fetch: () => Promise<void>;
};

/** Makes a part of one that is loaded on its own. Kept once it has come, it is there at once. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  /** What is shown until it has come. */
  waiting: ReactNode = <p className={text.lead}>This part is on its way.</p>,
): LaterPart<Props> {
  let arrived: ComponentType<Props> | undefined;
  const fetched = async () => (arrived ??= await load());

  function Later(props: Props) {
    const [Part, setPart] = useState(() => arrived);
    const [tries, setTries] = useState(1);
    const [failed, setFailed] = useState(0);
    useEffect(() => {
      let isGone = false;
      fetched().then(
        (come) => isGone || setPart(() => come),
        () => isGone || setFailed(tries),
      );
      return () => {
        isGone = true;
      };
    }, [tries]);
    if (Part !== undefined) return <Part {...props} />;
    if (failed < tries) return waiting;
    return (
      <div className={text.stack}>
        <p className={text.lead}>This part could not be fetched. Check your connection.</p>
        <Button onClick={() => setTries(tries + 1)}>Try again</Button>
      </div>
    );
  }

  const fetch = () =>
    fetched().then(
      () => undefined,
      () => undefined,
    );
  return Object.assign(Later, { fetch });
}
