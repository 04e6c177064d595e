import { schemaAt } from "./form/write-form";
import { isObject, own, type JsonObject } from "./json";
import type { Text } from "./text";
import type { DefinitionDocument, StateSource } from "./workflow-source";

/** What every matter has, whatever its package. */
const OF_EVERY_MATTER: Record<string, Text> = {
  "case.id": { zh: "事项", en: "the matter" },
  "case.number": { zh: "编号", en: "the number" },
  "case.owner": { zh: "主办机构", en: "the unit in charge" },
  "case.ownerName": { zh: "主办机构", en: "the unit in charge" },
  "case.place": { zh: "所在村", en: "the village" },
  "case.placeName": { zh: "所在村", en: "the village" },
  "case.startedAt": { zh: "登记日期", en: "the day it began" },
  "case.enteredAt": { zh: "进入本环节的日期", en: "the day this step began" },
  "case.now": { zh: "现在的时间", en: "the time now" },
  "case.today": { zh: "今天", en: "today" },
  "user.id": { zh: "办理人", en: "who acts" },
  "user.name": { zh: "办理人姓名", en: "the name of who acts" },
  "user.role": { zh: "办理人的角色", en: "the role of who acts" },
  "user.unit": { zh: "办理人的机构", en: "the unit of who acts" },
};

const OF_LINKS: Record<string, Text> = {
  state: { zh: "进展", en: "progress" },
  end: { zh: "结果", en: "result" },
};

const OF_DECISIONS: Record<string, Text> = {
  result: { zh: "结果", en: "result" },
  agree: { zh: "同意票", en: "votes for" },
  reject: { zh: "不同意票", en: "votes against" },
  abstain: { zh: "弃权票", en: "abstentions" },
  all: { zh: "总票数", en: "votes in all" },
};

const UNNAMED: Text = { zh: "其中的内容", en: "what is listed" };

/**
 * What people call a scope path: a field's label, a fact's or a parameter's title. Always words: what has
 * none of its own is called by what it stands in.
 */
export function wordFor(
  { workflow, data }: DefinitionDocument,
  registry: { facts: ReadonlyMap<string, { title: Text }> },
  path: string,
): Text {
  const [root = "", ...keys] = path.replaceAll("[*]", ".*").split(".");
  const name = keys.join(".");
  const { facts, parameters, links } = workflow;
  switch (root) {
    case "facts":
      return own(facts, name)?.title ?? registry.facts.get(name)?.title ?? UNNAMED;
    case "params":
      return own(parameters, name)?.title ?? UNNAMED;
    case "data":
      return labelAlong(data, keys) ?? UNNAMED;
    case "decisions":
      return decisionWord(keys, titleOfState(workflow.machine, keys[0] ?? ""));
    case "links":
      return linkWord(keys, own(links, keys[0] ?? "")?.title);
    default:
      return own(OF_EVERY_MATTER, path) ?? UNNAMED;
  }
}

/** The label nearest to the path's end. */
function labelAlong(data: JsonObject, keys: readonly string[]): Text | undefined {
  for (let length = keys.length; length > 0; length -= 1) {
    const label = labelOf(schemaAt(data, keys.slice(0, length).join(".")));
    if (label !== undefined) return label;
  }
  return undefined;
}

function labelOf(schema: JsonObject | undefined): Text | undefined {
  const label = schema && own(schema, "label");
  return isObject(label) && typeof label["zh"] === "string"
    ? (label as unknown as Text)
    : undefined;
}

function titleOfState({ states = {} }: StateSource, name: string): Text | undefined {
  for (const [key, state] of Object.entries(states)) {
    const title = key === name ? state.meta?.title : titleOfState(state, name);
    if (title !== undefined) return title;
  }
  return undefined;
}

function decisionWord(keys: readonly string[], title: Text | undefined): Text {
  return ofWhole(title, own(OF_DECISIONS, keys[1] ?? ""));
}

function linkWord(keys: readonly string[], title: Text | undefined): Text {
  return ofWhole(title, own(OF_LINKS, keys.at(-1) ?? ""));
}

function ofWhole(title: Text | undefined, of: Text | undefined): Text {
  if (title === undefined) return UNNAMED;
  if (of === undefined) return title;
  const { zh, en = zh } = title;
  return { zh: `${zh}的${of.zh}`, en: `${of.en ?? of.zh} of ${en}` };
}
