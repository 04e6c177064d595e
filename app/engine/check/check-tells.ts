import { pointerTo } from "../json-pointer";
import { RefusalError } from "../refusal";
import { analyseLogic } from "../rules/analyse";
import type { LinkSource, TellSource } from "../link-source";
import type { DefinitionDocument } from "../workflow-source";
import { sourceOf } from "../steps/crossing";
import { actionsIn } from "./check-actions";
import type { Check, CheckContext } from "./check-context";
import type { PlacedLogic } from "./check-rules";
import { unknownPath } from "./check-templates";
import { problem, type Problem } from "./problem";
import { resolvePath, scopeShapeOf } from "./scope-paths";
import { buildStateGraph } from "./state-graph";

/** A tell with the link that it belongs to. */
interface PlacedTell {
  link: string;
  source: LinkSource;
  name: string;
  tell: TellSource;
  pointer: string;
}

/**
 * What a parent tells its children: some step orders it, the child listens for it somewhere, what crosses
 * exists on both sides, and the condition reads what a child reports.
 */
export const checkTells: Check = (document, context) => {
  const ordered = new Set(actionsIn(context.graph).map(({ action }) => action.type));
  return tellsIn(document).flatMap((placed) => {
    const { link, name, pointer, source } = placed;
    const child = context.others.get(source.package);
    return [
      ...(ordered.has(`tell:${link}.${name}`) ? [] : [problem("check/unused", pointer, { name })]),
      ...checkWhere(placed, document, context),
      ...(child === undefined ? [] : checkCrossing(placed, { document, child, context })),
    ];
  });
};

function tellsIn({ workflow }: DefinitionDocument): PlacedTell[] {
  return Object.entries(workflow.links ?? {}).flatMap(([link, source]) =>
    Object.entries(source.tells ?? {}).map(([name, tell]): PlacedTell => {
      const pointer = pointerTo("/workflow/links", link, "tells", name);
      return { link, source, name, tell, pointer };
    }),
  );
}

/** The conditions of tells, each with the list of children that it is asked of around it. */
export function tellConditions(document: DefinitionDocument): PlacedLogic[] {
  return tellsIn(document).flatMap(({ link, tell, pointer }) =>
    tell.where === undefined
      ? []
      : [
          {
            logic: { filter: [{ var: `links.${link}` }, tell.where] },
            pointer: pointerTo(pointer, "where"),
            around: "/filter/1",
          },
        ],
  );
}

function checkCrossing(
  { name, tell, pointer }: PlacedTell,
  ask: { document: DefinitionDocument; child: DefinitionDocument; context: CheckContext },
): Problem[] {
  const { document, child, context } = ask;
  const heard = new Set(
    buildStateGraph(child.workflow.machine).nodes.flatMap(({ source }) =>
      Object.keys(source.on ?? {}),
    ),
  );
  const missing = (path: string, of: DefinitionDocument, at: string): Problem[] => {
    const found = resolvePath(path, { document: of, ...context });
    return "missing" in found ? unknownPath(path, at, found) : [];
  };
  return [
    ...(heard.has(`parent:${name}`) ? [] : [problem("check/tell-unheard", pointer, { name })]),
    ...Object.entries(tell.export ?? {}).flatMap(([to, from]) => {
      const at = pointerTo(pointer, "export", to);
      return [...missing(sourceOf(from), document, at), ...missing(`data.${to}`, child, at)];
    }),
  ];
}

/** Inside `where` names start from the child, as inside `filter`. */
function checkWhere(
  { link, tell, pointer }: PlacedTell,
  document: DefinitionDocument,
  { registry, others }: CheckContext,
): Problem[] {
  if (tell.where === undefined) return [];
  const at = pointerTo(pointer, "where");
  const shape = {
    ...scopeShapeOf({ document, registry, others }),
    operators: registry.operators,
  };
  try {
    const filter = { filter: [{ var: `links.${link}` }, tell.where] };
    return analyseLogic(filter, shape).map((found) =>
      problem(found.code, at + found.at.replace(/^\/filter\/1/, ""), found.params),
    );
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    const { code, params = {} } = cause.refusal;
    return [problem(code as Problem["code"], at, params)];
  }
}
