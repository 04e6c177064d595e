import { own } from "../json";
import { pointerTo } from "../json-pointer";
import type { PathType } from "../rules/static-kind";
import { createValidator } from "../validation/validator";
import type { DeadlineSource } from "../deadline-source";
import type { DefinitionDocument, NumberSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { resolvePath, type ScopeOf } from "./scope-paths";
import { unknownPath } from "./check-templates";
import { listOf } from "../text";

/** Parameters lie in their range; deadlines count from days and by numbers; numbers can be formatted and kept. */
export const checkValues: Check = (document, context) => {
  const scope = { document, registry: context.registry, others: context.others };
  const { deadlines = {}, numbers = {}, jobs = {} } = document.workflow;
  return [
    ...checkParameters(document, context),
    ...Object.entries(deadlines).flatMap(([name, deadline]) =>
      checkDeadline(deadline, pointerTo("/workflow/deadlines", name), scope),
    ),
    ...Object.entries(numbers).flatMap(([name, number]) =>
      checkNumber(number, pointerTo("/workflow/numbers", name), scope),
    ),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      typed(`data.${job.into}`, {
        pointer: pointerTo("/workflow/jobs", name, "into"),
        types: ANY,
        scope,
      }),
    ),
  ];
};

const ANY: readonly PathType[] = [
  ...(["string", "number", "integer", "boolean", "array", "object", "date"] as const),
];

function checkParameters({ workflow }: DefinitionDocument, { registry }: CheckContext): Problem[] {
  const validator = createValidator(registry.formats);
  return Object.entries(workflow.parameters ?? {}).flatMap(([name, parameter]): Problem[] => {
    const pointer = pointerTo("/workflow/parameters", name);
    try {
      const faults = validator.compile(parameter.schema)(parameter.value);
      if (faults.length === 0) return [];
      const said = faults.map(({ pointer: at, message: { zh, en } }) => ({
        zh: `${at} ${zh}`.trim(),
        en: `${at} ${en ?? zh}`.trim(),
      }));
      const what = listOf(said, { zh: "；", en: "; " });
      return [problem("check/parameter-value", pointerTo(pointer, "value"), { name, what })];
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      return [problem("form/schema", pointerTo(pointer, "schema"), { what })];
    }
  });
}

function checkDeadline(deadline: DeadlineSource, pointer: string, scope: ScopeOf): Problem[] {
  const { from, count } = deadline;
  const problems: Problem[] = [];
  if (typeof from === "object") {
    const [key, path] =
      "fact" in from ? ["fact", `facts.${from.fact}`] : ["date", `data.${from.date}`];
    const at = pointerTo(pointer, "from", key);
    problems.push(...typed(path, { pointer: at, types: ["date"], scope }));
  }
  if (typeof count === "object") {
    const at = pointerTo(pointer, "count", "parameter");
    const isList = count.at !== undefined;
    const path = `params.${count.parameter}${isList ? "[*]" : ""}`;
    if (own(scope.document.workflow.parameters ?? {}, count.parameter) !== undefined) {
      problems.push(...typed(path, { pointer: at, types: ["integer"], scope }));
    }
    if (isList) {
      const chosenBy = pointerTo(pointer, "count", "at");
      problems.push(
        ...typed(`facts.${count.at}`, { pointer: chosenBy, types: ["integer"], scope }),
      );
    }
  }
  return problems;
}

function typed(
  path: string,
  wanted: { pointer: string; types: readonly PathType[]; scope: ScopeOf },
): Problem[] {
  const { pointer, types, scope } = wanted;
  const found = resolvePath(path, scope);
  if ("missing" in found) {
    // A fact that does not exist is reported by its name.
    return path.startsWith("facts.") && !path.includes(".", "facts.".length)
      ? []
      : unknownPath(path, pointer, found);
  }
  const { type } = found.node;
  if (types.includes(type)) return [];
  return [problem("check/wrong-kind", pointer, { path, found: type, wanted: types.join(", ") })];
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN_PLACEHOLDER = /^(year|place|unit|seq(:[1-9])?)$/;

function checkNumber(number: NumberSource, pointer: string, scope: ScopeOf): Problem[] {
  const names = [...number.format.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "");
  const at = pointerTo(pointer, "format");
  const unknown = names.filter((name) => !KNOWN_PLACEHOLDER.test(name));
  const counters = names.filter((name) => name.startsWith("seq"));
  const into = pointerTo(pointer, "into");
  return [
    ...unknown.map((name) => problem("check/number-placeholder", at, { name: `{${name}}` })),
    ...(counters.length === 1 ? [] : [problem("check/number-counter", at)]),
    ...(number.scope.includes("year") && !names.includes("year")
      ? [problem("check/number-without-year", at)]
      : []),
    ...(number.into === "case.number"
      ? []
      : typed(`data.${number.into}`, { pointer: into, types: ["string"], scope })),
  ];
}
