import { own } from "../json";
import { pointerTo } from "../json-pointer";
import type { Legal } from "../workflow-source";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";

/** Statutory is only what stands in a law whose text was read. */
export const checkLaw: Check = ({ workflow }, { graph }) => {
  const { parameters, rules, deadlines, legal } = workflow;
  const holders: [string, Legal][] = [
    ...Object.entries({ parameters, rules, deadlines }).flatMap(([part, map]) =>
      Object.entries(map ?? {}).map(([name, holder]): [string, Legal] => [
        pointerTo("/workflow", part, name),
        holder,
      ]),
    ),
    ["/workflow/start", workflow.start],
    ...graph.nodes.flatMap(({ source, pointer }) =>
      Object.entries(source.meta?.events ?? {}).map(([event, meta]): [string, Legal] => [
        pointerTo(pointer, "meta", "events", event),
        meta,
      ]),
    ),
    ...(workflow.mustPass ?? []).map((rule, i): [string, Legal] => [
      pointerTo("/workflow/mustPass", i),
      rule,
    ]),
  ];
  return holders.flatMap(([pointer, holder]): Problem[] => {
    if (holder.statutory !== true) return [];
    const at = pointerTo(pointer, "statutory");
    if (holder.legal === undefined) return [problem("check/statutory-without-norm", at)];
    const norm = own(legal ?? {}, holder.legal);
    if (norm === undefined || norm.status === "read") return [];
    return [problem("check/statutory-not-read", at, { legal: holder.legal, status: norm.status })];
  });
};
