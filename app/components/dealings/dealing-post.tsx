import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { CsrfField } from "../csrf-field";
import { operationAddress } from "../operations/operation-address";

interface DealingPostProps {
  view: { id: string; seq: number };
  commandId: string;
  operation: "reply" | "seen";
  /** The letter that is answered. */
  answers?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Posts an answer or a mark to its operation's page, which shows what was wrong with it. */
export function DealingPost(props: DealingPostProps) {
  const { view, operation: key, commandId, answers, className, children } = props;
  const about = answers === undefined ? { key } : { key, answers };
  return (
    <Form method="post" action={operationAddress(view.id, about)} noValidate className={className}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="expectedSeq" value={view.seq} />
      {children}
    </Form>
  );
}
