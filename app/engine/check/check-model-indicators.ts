import { pointerTo } from "../json-pointer";
import type { ModelSource } from "../model/model-source";
import { isPlanned, missingPackage, unknownProcess, type ModelContext } from "./check-model";
import { problem, type Problem } from "./problem";
import { buildStateGraph } from "./state-graph";
import { unknownName } from "./unknown-name";

/** More than anybody looks at, and each further one pulls work towards the figure. */
const MOST = 6;

/** What a service figure may never count: clues gathered, persons registered, persons found. */
const COUNTED: readonly string[] = [
  ..."线索 情报 人员 人口 人数 人次 登记率 盘查 排查 抓获 重点".split(" "),
  ..."clue intelligence person people suspect".split(" "),
];

/** At most six figures; each measures a process that there is, and none counts clues or persons. */
export function checkModelIndicators(model: ModelSource, context: ModelContext): Problem[] {
  const indicators = Object.entries(model.indicators);
  return [
    ...(indicators.length <= MOST
      ? []
      : [problem("model/too-many-indicators", "/indicators", { count: indicators.length })]),
    ...indicators.flatMap(([name, { title, package: id, state }]): Problem[] => {
      const pointer = pointerTo("/indicators", name);
      const said = [title.zh, title.en ?? "", name].join(" ").toLowerCase();
      const word = COUNTED.find((one) => said.includes(one));
      return [
        ...(word === undefined
          ? []
          : [problem("model/counts-people", pointer, { title: title.zh, word })]),
        ...checkSource({ id, state, pointer }, model, context),
      ];
    }),
  ];
}

function checkSource(
  { id, state, pointer }: { id: string; state: string | undefined; pointer: string },
  { processes }: ModelSource,
  context: ModelContext,
): Problem[] {
  const at = pointerTo(pointer, "package");
  const unknown = unknownProcess(id, at, processes);
  if (unknown.length > 0) return unknown;
  const document = context.packages.get(id);
  if (document === undefined)
    return isPlanned(id, processes) ? [] : missingPackage(id, at, context);
  const states = buildStateGraph(document.workflow.machine).nodes.slice(1);
  if (state === undefined) return [];
  const known = states.map((node) => node.name);
  return unknownName(
    "check/unknown-state",
    { pointer: pointerTo(pointer, "state"), name: state },
    known,
  );
}
