import { listParts, type Part, type PartKind } from "../../engine/definition/list-parts";
import { mayAdd, opennessOf } from "../../engine/definition/openness";
import { sameJson, type Json } from "../../engine/json";
import { valueAt } from "../../engine/json-pointer";
import type { Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { DefinitionPage, PartGroup, PartRow } from "../api";
import type { DeskParts } from "./desk-parts";
import { patched } from "./draft-document";
import type { Ground } from "./ground";
import { scopeChoice } from "./view-scope";

/** Every part of a package's definition: what was changed already, and what may be. */
export async function readDefinition(
  parts: DeskParts,
  { person, ground }: { person: Person; ground: Ground },
): Promise<DefinitionPage> {
  const draft = await parts.service.findDraft(person, ground.scope);
  const drafted = draft && patched(ground.parent, draft.patch);
  const document = drafted?.ok === true ? drafted.value : ground.document;
  const rows = listParts(document).map((part) => ({ part, row: rowOf(part, ground, document) }));
  return {
    ...scopeChoice(parts, ground),
    package: { id: ground.loaded.id, title: document.workflow.title },
    draft: draft === undefined ? null : { id: draft.id },
    groups: groupsOf(document, rows),
  };
}

interface Row {
  part: Part;
  row: PartRow;
}

function rowOf({ part, title, of }: Part, ground: Ground, document: DefinitionDocument): PartRow {
  const [drafted, held, parent, shipped] = [
    document,
    ground.document,
    ground.parent,
    ground.loaded.document,
  ].map((one) => valueAt(one as unknown as Json, part));
  const changed = !sameJson(drafted, held)
    ? "draft"
    : !sameJson(held, parent)
      ? "here"
      : !sameJson(parent, shipped)
        ? "above"
        : null;
  return { part, title, of, changed, ...opennessOf(document, part) };
}

const GROUPS: readonly { kind: PartKind; title: Text; area?: string; map?: string }[] = [
  { kind: "form", title: { zh: "表单", en: "Forms" }, area: "forms", map: "/forms" },
  { kind: "event", title: { zh: "操作", en: "Events" } },
  {
    kind: "deadline",
    title: { zh: "期限", en: "Deadlines" },
    area: "deadlines",
    map: "/workflow/deadlines",
  },
  { kind: "rule", title: { zh: "规则", en: "Rules" }, area: "rules", map: "/workflow/rules" },
  { kind: "fact", title: { zh: "事实项", en: "Facts" }, area: "facts", map: "/workflow/facts" },
  { kind: "paper", title: { zh: "文书", en: "Papers" } },
  { kind: "register", title: { zh: "台账", en: "Registers" } },
  { kind: "notice", title: { zh: "公示", en: "Public notices" } },
  { kind: "other", title: { zh: "其他", en: "The rest" } },
];

function groupsOf(document: DefinitionDocument, rows: readonly Row[]): PartGroup[] {
  const of = (kind: PartKind) => rows.filter(({ part }) => part.kind === kind);
  const rest = GROUPS.map(({ kind, title, area, map }): PartGroup => {
    const canAdd = area !== undefined && map !== undefined && mayAdd(document, area);
    return { id: kind, title, parts: of(kind).map(({ row }) => row), add: canAdd ? map : null };
  });
  const whole: PartGroup = {
    id: "whole",
    title: { zh: "整个流程", en: "The whole" },
    parts: of("whole").map(({ row }) => row),
    add: null,
  };
  const groups = [whole, ...statesByPhase(document, of("state")), ...rest];
  return groups.filter(({ parts, add }) => parts.length > 0 || add !== null);
}

/** The states in the order of the phases; those without one first, as they lie around the others. */
function statesByPhase({ workflow }: DefinitionDocument, rows: readonly Row[]): PartGroup[] {
  const phases = Object.entries(workflow.phases ?? {}).sort(([, a], [, b]) => a.order - b.order);
  const group = (id: string, title: Text, phase: string | null): PartGroup => ({
    ...{ id, title, add: null },
    parts: rows.filter(({ part }) => part.phase === phase).map(({ row }) => row),
  });
  const known = new Set(phases.map(([name]) => name));
  const others = rows.filter(({ part }) => part.phase !== null && !known.has(part.phase));
  return [
    group("state", { zh: "环节", en: "States" }, null),
    ...phases.map(([name, { title }]) =>
      group(
        `state.${name}`,
        { zh: `环节·${title.zh}`, en: `States: ${title.en ?? title.zh}` },
        name,
      ),
    ),
    {
      ...{ id: "state.", title: { zh: "环节·其他", en: "States: others" }, add: null },
      parts: others.map(({ row }) => row),
    },
  ];
}
