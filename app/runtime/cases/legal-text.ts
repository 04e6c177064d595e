import type { Text } from "../../engine/text";
import type { Legal, WorkflowSource } from "../../engine/workflow-source";

/**
 * The reference behind something, as people cite it: 《人民调解法》第二十八条. Undefined where none is named.
 * What was not read in the law's own text says so: an officer must be able to tell the two apart.
 */
export function legalText(
  workflow: { source: Pick<WorkflowSource, "legal"> },
  { legal }: Legal,
): Text | undefined {
  const reference = legal === undefined ? undefined : workflow.source.legal?.[legal];
  if (reference === undefined) return undefined;
  const { law, article, status } = reference;
  const cited = status === "own" || law.startsWith("《") ? law : `《${law}》`;
  const unread = status === "read" || status === "own" ? "" : "（条文待核）";
  return {
    zh: `${cited}${article}${unread}`,
    en: `${cited} ${article}${unread === "" ? "" : " (text not verified)"}`,
  };
}
