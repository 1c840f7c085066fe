import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { text } from "#surfaces/walk/text.ts";
import type { ProposalForm, ProposalFormProps } from "./proposal-form.tsx";

interface Parts {
  readonly ProposalForm: typeof ProposalForm;
}

/** Kept once it has come, so that the form is there at once when its moment comes. */
let arrived: Parts | undefined;

/** Fetches the form, which only the one who leads needs. Early, while there is a connection. */
export async function fetchProposalForm(): Promise<Parts> {
  arrived ??= await import("./proposal-form.tsx");
  return arrived;
}

/** The form, once it has come. */
export function ProposalFormLater(props: ProposalFormProps) {
  const [parts, setParts] = useState(arrived);
  const [tries, setTries] = useState(1);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    let isGone = false;
    fetchProposalForm().then(
      (come) => isGone || setParts(come),
      () => isGone || setFailed(tries),
    );
    return () => {
      isGone = true;
    };
  }, [tries]);
  if (parts !== undefined) return <parts.ProposalForm {...props} />;
  if (failed < tries) return <p className={text.lead}>The form is on its way.</p>;
  return (
    <div className={text.stack}>
      <p className={text.lead}>The form could not be fetched. Check your connection.</p>
      <Button onClick={() => setTries(tries + 1)}>Try again</Button>
    </div>
  );
}
