import { isObject, own } from "../json";
import { pointerTo } from "../json-pointer";
import { placeholdersOf } from "../projection/template";
import type { DefinitionDocument, PaperBlock } from "../workflow-source";
import { actionsIn } from "./check-actions";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { choicesOf, nodeOf, resolvePath, type ScopeNode, type ScopeOf } from "./scope-paths";
import { both, listsOfBlock, templatesOfNotice, textsIn, type PlacedText } from "./template-places";
import { unknownName } from "./unknown-name";

/** Displays that the platform itself knows. */
const OWN_DISPLAYS = ["label"];

/** One text with places to fill in, and what they can read. */
interface Template extends PlacedText {
  /** Inside a table: what `item` is. */
  item?: ScopeNode;
}

/** Every `{{path | display}}` reads something that exists and can be shown, with a display that exists. */
export const checkTemplates: Check = (document, context) => {
  const scope: ScopeOf = { document, registry: context.registry, others: context.others };
  const lists = tablesOf(document, scope);
  return [
    ...lists.problems,
    ...[...templatesOf(document, context), ...lists.templates].flatMap((template) =>
      checkTemplate(template, scope),
    ),
  ];
};

function checkTemplate({ text, pointer, item }: Template, scope: ScopeOf): Problem[] {
  const extra = item === undefined ? {} : { extra: { item: () => item } };
  const problems = placeholdersOf(text).flatMap(({ path, displays }): Problem[] => {
    const found = resolvePath(path, { ...scope, ...extra });
    if ("missing" in found) return unknownPath(path, pointer, found);
    const { node } = found;
    const isList = node.type === "array";
    const isShown = isList ? isPlainList(node) : node.type !== "object";
    const known = [...OWN_DISPLAYS, ...scope.registry.displays.keys()];
    return [
      ...(isShown ? [] : [problem("check/not-a-value", pointer, { path })]),
      ...(displays.includes("label") && !hasLabels(node)
        ? [problem("check/label-without-choices", pointer, { path })]
        : []),
      ...displays.flatMap((name) => unknownName("check/unknown-display", { pointer, name }, known)),
    ];
  });
  // What is left over after all well-formed placeholders is a mistyped one.
  const rest = text.replace(/\{\{[^{}]*\}\}/g, "");
  if (/\{\{|\}\}/.test(rest)) problems.push(problem("check/broken-template", pointer, { text }));
  return problems;
}

/** `check/unknown-path`, with the part that does not exist and those that do. */
export function unknownPath(
  path: string,
  pointer: string,
  found: { missing: string; known: string[] },
): Problem[] {
  const at = { pointer, name: found.missing };
  return unknownName("check/unknown-path", at, found.known, { path });
}

function isPlainList(node: ScopeNode): boolean {
  const items = node.schema && own(node.schema, "items");
  const item = isObject(items) ? nodeOf(items) : node.items?.();
  return item !== undefined && item.type !== "object" && item.type !== "array";
}

function hasLabels(node: ScopeNode): boolean {
  if (node.labelled === true) return true;
  const items = node.schema && own(node.schema, "items");
  const choices = isObject(items) ? own(items, "enum") : undefined;
  return choicesOf(node) !== undefined || choices !== undefined;
}

function templatesOf(document: DefinitionDocument, { graph }: CheckContext): Template[] {
  const { workflow, papers } = document;
  return [
    ...both(workflow.caseTitle, "/workflow/caseTitle"),
    ...Object.entries(workflow.registers ?? {}).flatMap(([name, register]) =>
      Object.entries(register.columns).map(([key, column]) => ({
        text: column.value,
        pointer: pointerTo("/workflow/registers", name, "columns", key, "value"),
      })),
    ),
    ...actionsIn(graph).flatMap(({ action, pointer }) =>
      textsIn(action.params ?? {}, pointerTo(pointer, "params")),
    ),
    ...Object.entries(workflow.deadlines ?? {}).flatMap(([name, { ladder = [] }]) =>
      ladder.flatMap(({ text }, i) =>
        text === undefined
          ? []
          : both(text, pointerTo("/workflow/deadlines", name, "ladder", i, "text")),
      ),
    ),
    ...Object.entries(papers).flatMap(([name, paper]) =>
      paper.blocks.flatMap((block, i) =>
        textsOfBlock(block, pointerTo("/papers", name, "blocks", i)),
      ),
    ),
  ];
}

/** The texts of a block outside its table. */
function textsOfBlock(block: PaperBlock, pointer: string): Template[] {
  switch (block.block) {
    case "heading":
    case "number":
    case "text":
    case "qr":
      return both(block.text, pointerTo(pointer, "text"));
    case "fields":
      return block.items.flatMap((item, i) => [
        ...both(item.label, pointerTo(pointer, "items", i, "label")),
        ...both(item.value, pointerTo(pointer, "items", i, "value")),
      ]);
    case "seal":
      return [
        ...both(block.issuer, pointerTo(pointer, "issuer")),
        ...both(block.date, pointerTo(pointer, "date")),
      ];
    case "grid":
      return both(block.head.title, pointerTo(pointer, "head", "title"));
    case "table":
    case "signatures":
    case "pageBreak":
      return [];
  }
}

/** Tables, rows of signatures and notices: the list they go over, and the texts that read one item of it. */
function tablesOf(
  document: DefinitionDocument,
  scope: ScopeOf,
): { templates: Template[]; problems: Problem[] } {
  const templates: Template[] = [];
  const problems: Problem[] = [];
  for (const [name, paper] of Object.entries(document.papers)) {
    paper.blocks.forEach((block, i) => {
      for (const walk of listsOfBlock(block, pointerTo("/papers", name, "blocks", i))) {
        const item = itemOf(walk.over, walk.pointer, scope);
        problems.push(...item.problems);
        if (item.problems.length > 0) continue;
        const read = item.node && { item: item.node };
        templates.push(...walk.texts.map((one) => ({ ...one, ...read })));
      }
    });
  }
  for (const [name, notice] of Object.entries(document.workflow.notices ?? {})) {
    const pointer = pointerTo("/workflow/notices", name, "over");
    const item = itemOf(notice.over, pointer, scope);
    problems.push(...item.problems);
    if (item.problems.length > 0) continue;
    templates.push(
      ...templatesOfNotice(name, notice).map(({ ofItem, ...one }) => ({
        ...one,
        ...(ofItem && item.node && { item: item.node }),
      })),
    );
  }
  return { templates, problems };
}

function itemOf(
  over: string | undefined,
  pointer: string,
  scope: ScopeOf,
): { node?: ScopeNode; problems: Problem[] } {
  if (over === undefined) return { problems: [] };
  const list = resolvePath(over, scope);
  if ("missing" in list) return { problems: unknownPath(over, pointer, list) };
  const item = resolvePath(`${over}[*]`, scope);
  if ("missing" in item)
    return { problems: [problem("check/not-a-list", pointer, { path: over })] };
  return { node: item.node, problems: [] };
}
