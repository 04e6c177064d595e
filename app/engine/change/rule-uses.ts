import { own } from "../json";
import type { Text } from "../text";
import type {
  Candidates,
  DefinitionDocument,
  StateSource,
  TransitionSource,
  WorkflowSource,
} from "../workflow-source";
import { stateAt, stateTitle, targetTitle } from "./describe-context";

/** Everything of a definition that asks a rule, each as a sentence: 在“善后”，“报上一级”到“已上报”. */
export function ruleUses({ workflow }: DefinitionDocument, rule: string): Text[] {
  const ways = waysOf(workflow.machine).filter(({ source }) => source.guard === rule);
  return [
    ...unique(ways.map((way) => sayWay(workflow, way))),
    ...Object.entries(workflow.papers ?? {})
      .filter(([, { when }]) => when === rule)
      .map(
        ([
          ,
          {
            title: { zh, en = zh },
          },
        ]) => ({
          zh: `文书“${zh}”什么时候提供`,
          en: `When the paper “${en}” is offered`,
        }),
      ),
    ...Object.values(workflow.registers ?? {}).flatMap((register) =>
      Object.values(register.columns)
        .filter(({ withheldWhen }) => withheldWhen === rule)
        .map(({ title }) => {
          const [{ zh, en = zh }, column] = [register.title, title];
          return {
            zh: `台账“${zh}”的“${column.zh}”什么时候不公开`,
            en: `When “${column.en ?? column.zh}” of the register “${en}” is withheld`,
          };
        }),
    ),
  ];
}

interface Way {
  path: string[];
  /** What sets it off: an event, a deadline, or nothing that somebody does. */
  kind: "on" | "after" | "always";
  name: string;
  source: TransitionSource;
}

function waysOf(state: StateSource, path: string[] = []): Way[] {
  const listed = (kind: Way["kind"], all: Record<string, Candidates> | undefined) =>
    Object.entries(all ?? {}).flatMap(([name, candidates]) =>
      candidatesOf(candidates).map((source): Way => ({ path, kind, name, source })),
    );
  return [
    ...listed("on", state.on),
    ...listed("after", state.after),
    ...listed("always", { ...(state.always && { always: state.always }) }),
    ...listed("always", { ...(state.onDone && { onDone: state.onDone }) }),
    ...Object.entries(state.states ?? {}).flatMap(([name, child]) =>
      waysOf(child, [...path, name]),
    ),
  ];
}

function candidatesOf(candidates: Candidates): TransitionSource[] {
  const list = Array.isArray(candidates) ? candidates : [candidates];
  return list.map((one) => (typeof one === "string" ? { target: one } : one));
}

function sayWay(workflow: WorkflowSource, { path, kind, name, source }: Way): Text {
  const { machine } = workflow;
  const { zh, en = zh } = path.length === 0 ? workflow.title : stateTitle(machine, path);
  const to = source.target === undefined ? undefined : targetTitle(machine, source.target);
  const label = kind === "on" ? eventLabel(machine, path, name) : deadlineTitle(workflow, name);
  const by = {
    on: { zh: `“${label.zh}”`, en: `“${label.en ?? label.zh}”` },
    after: { zh: `“${label.zh}”到期`, en: `“${label.en ?? label.zh}” running out` },
    always: { zh: "自动判断", en: "what is decided by itself" },
  }[kind];
  return to === undefined
    ? { zh: `在“${zh}”，${by.zh}以后留在原处`, en: `In “${en}”, ${by.en} stays there` }
    : {
        zh: `在“${zh}”，${by.zh}到“${to.zh}”`,
        en: `In “${en}”, ${by.en} leads to “${to.en ?? to.zh}”`,
      };
}

/** An event may be described by a state further out. */
function eventLabel(machine: StateSource, path: readonly string[], name: string): Text {
  for (let length = path.length; length >= 0; length -= 1) {
    const state = stateAt(machine, path.slice(0, length));
    const event = own(state?.meta?.events, name);
    if (event !== undefined) return event.label;
  }
  return { zh: "关联事项的消息", en: "news from a linked matter" };
}

function deadlineTitle({ deadlines }: WorkflowSource, name: string): Text {
  return own(deadlines, name)?.title ?? { zh: "期限", en: "a deadline" };
}

function unique(texts: readonly Text[]): Text[] {
  return texts.filter(({ zh }, index) => texts.findIndex((one) => one.zh === zh) === index);
}
