import type { OperationEntry } from "../../runtime/api";

/** The address of an operation's page, with what it is about. */
export function operationAddress(
  caseId: string,
  { key, task, answers, to = [] }: Omit<OperationEntry, "label">,
): string {
  const asked = new URLSearchParams({
    ...(task === undefined ? {} : { task }),
    ...(answers === undefined ? {} : { answers }),
  });
  for (const one of to) asked.append("to", one);
  const query = asked.toString();
  return `/cases/${caseId}/operations/${key}${query === "" ? "" : `?${query}`}`;
}
