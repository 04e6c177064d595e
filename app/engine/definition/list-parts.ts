import { titleOf } from "../change/describe-context";
import { own } from "../json";
import { pointerTo } from "../json-pointer";
import type { Text } from "../text";
import { moveTitle } from "./name-part";
import type { DefinitionDocument, StateSource } from "../workflow-source";

/** What kind a part is of; the page groups by it. */
export type PartKind =
  | "whole"
  | "state"
  | "event"
  | "form"
  | "deadline"
  | "rule"
  | "fact"
  | "paper"
  | "register"
  | "notice"
  | "other";

/** A part of a definition that can be edited by itself. */
export interface Part {
  part: string;
  kind: PartKind;
  title: Text;
  /** Where it belongs: the state of an event, the state around a state. */
  of: Text | null;
  /** The phase of a state; null elsewhere, and for states without. */
  phase: string | null;
}

/** Every part of a definition in the order of its process. Parameters have a page of their own. */
export function listParts(document: DefinitionDocument): Part[] {
  const { workflow, forms, papers } = document;
  const one = (kind: PartKind, part: string, title: Text, of: Text | null = null): Part => ({
    ...{ part, kind, title, of },
    phase: null,
  });
  const each = (
    kind: PartKind,
    area: string,
    entries: object | undefined,
    of: Text | null = null,
  ) =>
    Object.entries(entries ?? {}).map(([name, thing]) =>
      one(kind, pointerTo(area, name), titleOf(thing, name), of),
    );
  const states = statesOf(workflow.machine, {
    pointer: "/workflow/machine",
    of: null,
    phase: null,
  });
  return [
    one("whole", "/workflow/start", workflow.start.label, {
      zh: "登记的一步",
      en: "the first step",
    }),
    one(
      "whole",
      "/workflow/machine",
      { zh: "全部环节", en: "All states" },
      {
        zh: "几个环节要一起改的，在这里改",
        en: "where several states change together",
      },
    ),
    one(
      "whole",
      "/data",
      { zh: "事项资料", en: "Data of a matter" },
      {
        zh: "记哪些、为什么记、谁能看",
        en: "what is kept, why, and who sees it",
      },
    ),
    ...states.flatMap(({ part }) => part),
    ...each("form", "/forms", forms),
    ...states.flatMap(({ events }) => events),
    ...each("deadline", "/workflow/deadlines", workflow.deadlines),
    ...each("rule", "/workflow/rules", workflow.rules),
    ...each("fact", "/workflow/facts", workflow.facts),
    ...Object.keys(papers).map((name) =>
      one("paper", pointerTo("/papers", name), titleOf(own(workflow.papers, name), name), {
        zh: "内容",
        en: "what it says",
      }),
    ),
    ...each("paper", "/workflow/papers", workflow.papers, {
      zh: "什么时候可以打印",
      en: "when it is offered",
    }),
    ...each("register", "/workflow/registers", workflow.registers),
    ...each("notice", "/workflow/notices", workflow.notices),
    one("other", "/workflow/caseTitle", { zh: "事项标题的写法", en: "Title of matters" }),
    ...each("other", "/workflow/phases", workflow.phases, { zh: "阶段", en: "phase" }),
    ...each("other", "/workflow/numbers", workflow.numbers, { zh: "编号", en: "number" }),
    ...each("other", "/workflow/links", workflow.links, { zh: "关联事项", en: "link" }),
    ...each("other", "/workflow/jobs", workflow.jobs, { zh: "后台任务", en: "job" }),
    ...Object.keys(workflow.moves ?? {}).map((name) =>
      one("other", pointerTo("/workflow/moves", name), moveTitle(name), {
        zh: "谁能办、能到哪里",
        en: "who may, and where to",
      }),
    ),
    ...each("other", "/workflow/retention", workflow.retention, {
      zh: "保存期限",
      en: "time of keeping",
    }),
    ...Object.entries(workflow.legal ?? {}).map(([name, { law, article }]) =>
      one(
        "other",
        pointerTo("/workflow/legal", name),
        { zh: `${law}${article}` },
        {
          zh: "依据",
          en: "legal reference",
        },
      ),
    ),
  ];
}

interface Around {
  pointer: string;
  of: Text | null;
  phase: string | null;
}

/** The states within one, each with its events. */
function statesOf(state: StateSource, around: Around): { part: Part; events: Part[] }[] {
  return Object.entries(state.states ?? {}).flatMap(([name, inner]) => {
    const pointer = pointerTo(around.pointer, "states", name);
    const title = titleOf(inner.meta, name);
    const phase = inner.meta?.phase ?? around.phase;
    const part: Part = { part: pointer, kind: "state", title, of: around.of, phase };
    const events = Object.entries(inner.meta?.events ?? {}).map(([event, meta]): Part => ({
      part: pointerTo(pointer, "meta", "events", event),
      kind: "event",
      title: meta.label,
      of: title,
      phase: null,
    }));
    return [{ part, events }, ...statesOf(inner, { pointer, of: title, phase })];
  });
}
