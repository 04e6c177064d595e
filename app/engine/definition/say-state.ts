import { listed, stateTitle, titleOf } from "../change/describe-context";
import { waysText } from "../change/describe-ways";
import type { Roles } from "../check/roles";
import { own, type Json } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument, EventMeta, StateSource } from "../workflow-source";

/**
 * A state in plain sentences: who may do what in it and where that leads, what happens when time is over or nobody
 * acts, how it ends. Total: what is missing is left out.
 */
export function sayState(
  document: DefinitionDocument,
  path: readonly string[],
  roles: Roles,
): Text[] {
  const { machine } = document.workflow;
  const state = path.reduce<StateSource | undefined>((at, name) => own(at?.states, name), machine);
  if (state === undefined) return [];
  const { meta } = state;
  return [
    ...sayTime(document, state),
    ...sayAssignee(state, roles),
    ...Object.entries(meta?.events ?? {}).map(([name, event]) =>
      sayEvent(document, { name, event, state, roles }),
    ),
    ...sayUnasked(document, state),
    ...(meta?.waits
      ? [
          {
            zh: `这里没有人要办：${meta.waits.zh}。`,
            en: `Nobody acts here: ${meta.waits.en ?? meta.waits.zh}.`,
          },
        ]
      : []),
    ...sayInside(document, state, path),
    ...sayEnd(state),
  ];
}

function sayTime(document: DefinitionDocument, { meta }: StateSource): Text[] {
  if (meta?.due === undefined) return [];
  const deadline = own(document.workflow.deadlines, meta.due);
  const { zh, en = zh } = titleOf(deadline, meta.due);
  return [{ zh: `要在期限“${zh}”内办。`, en: `To be done within “${en}”.` }];
}

/** 一到这里就交给值班的民警；没有人值班的，交派出所所长。 */
function sayAssignee({ meta }: StateSource, roles: Roles): Text[] {
  if (meta?.assignee === undefined) return [];
  const title = (role: string): Text => own(roles, role)?.title ?? { zh: role };
  const [on, instead] = [title(meta.assignee.onDuty), title(meta.assignee.fallback)];
  return [
    {
      zh: `一到这里就交给值班的${on.zh}；没有人值班的，交${instead.zh}。`,
      en: `It goes to whoever is on duty (${on.en ?? on.zh}); where nobody is, to: ${instead.en ?? instead.zh}.`,
    },
  ];
}

interface Told {
  name: string;
  event: EventMeta;
  state: StateSource;
  roles: Roles;
}

/** 民警可以“批准”，填表单“批准借用”，办完：符合“件数不超过上限”的到“交接”。 */
function sayEvent(document: DefinitionDocument, { name, event, state, roles }: Told): Text {
  const who = (event.roles ?? []).map((role) => own(roles, role)?.title ?? { zh: role });
  const by = {
    zh: who.map(({ zh }) => zh).join("、"),
    en: who.map(({ zh, en = zh }) => en).join(", "),
  };
  const { zh: label, en: labelEn = label } = titleOf(event, name);
  const form =
    event.form === undefined ? undefined : titleOf(own(document.forms, event.form), event.form);
  const to = sayWays(document, own(state.on, name) as unknown as Json);
  return {
    zh: [
      `${by.zh}可以“${label}”`,
      form && `，填“${form.zh}”`,
      to === undefined ? "，办完留在这个环节" : `，办完${to.zh}`,
      "。",
    ].join(""),
    en: [
      `${by.en} may “${labelEn}”`,
      form && `, filling in “${form.en ?? form.zh}”`,
      to === undefined ? ", and it stays here" : `, which leads ${to.en ?? to.zh}`,
      ".",
    ].join(""),
  };
}

/** Ways that nobody asks for: a time that is over, what comes from elsewhere, at once, all within having ended. */
function sayUnasked(document: DefinitionDocument, state: StateSource): Text[] {
  const said: Text[] = [];
  const add = (zh: string, en: string, ways: unknown) => {
    const to = sayWays(document, ways as Json);
    if (to !== undefined) said.push({ zh: `${zh}${to.zh}。`, en: `${en} ${to.en ?? to.zh}.` });
  };
  for (const [name, ways] of Object.entries(state.after ?? {})) {
    const { zh, en = zh } = titleOf(own(document.workflow.deadlines, name), name);
    add(`“${zh}”到期，自动`, `When “${en}” is over it goes`, ways);
  }
  for (const [name, ways] of Object.entries(state.on ?? {})) {
    const [, link, what = ""] = /^link:([^.]+)\.(.+)$/.exec(name) ?? [];
    if (link === undefined) continue;
    const { zh, en = zh } = titleOf(own(document.workflow.links, link), link);
    const came = {
      completed: { zh: "办结", en: "ends" },
      abandoned: { zh: "终止", en: "is given up" },
    };
    const how = own(came as Record<string, Text>, what) ?? { zh: "有了进展", en: "moves on" };
    add(`关联事项“${zh}”${how.zh}时，自动`, `When the linked “${en}” ${how.en} it goes`, ways);
  }
  if (state.always !== undefined) add("不用人办，自动", "Nobody acting, it goes", state.always);
  if (state.onDone !== undefined)
    add("里面的都办完后，自动", "All within having ended, it goes", state.onDone);
  return said;
}

function sayInside(
  { workflow }: DefinitionDocument,
  state: StateSource,
  path: readonly string[],
): Text[] {
  const names = Object.keys(state.states ?? {});
  if (names.length === 0) return [];
  const titles = names.map((name) => stateTitle(workflow.machine, [...path, name]));
  const inside = listed(titles);
  if (state.type === "parallel") {
    return [
      {
        zh: `里面几条线同时办：${inside.zh}。`,
        en: `At the same time within: ${inside.en ?? ""}.`,
      },
    ];
  }
  const first = stateTitle(workflow.machine, [...path, state.initial ?? ""]);
  return [
    {
      zh: `里面有${inside.zh}，从“${first.zh}”开始。`,
      en: `Within: ${inside.en ?? ""}, beginning with “${first.en ?? first.zh}”.`,
    },
  ];
}

function sayEnd({ type, meta }: StateSource): Text[] {
  if (type !== "final") return [];
  if (meta?.end === "completed")
    return [{ zh: "到这里，事项办结。", en: "Here the matter is completed." }];
  if (meta?.end === "abandoned")
    return [{ zh: "到这里，事项终止。", en: "Here the matter is given up." }];
  return [{ zh: "到这里，这条线办完。", en: "Here this line has ended." }];
}

/** Where ways lead, several in their order; undefined where there is none, or it only stays. */
function sayWays(document: DefinitionDocument, ways: Json | undefined): Text | undefined {
  const list = ways === undefined ? [] : Array.isArray(ways) ? ways : [ways];
  const said = list.map((way) => waysText(document, way)).filter(({ zh }) => zh !== "");
  if (said.length === 0) return undefined;
  const last = said.at(-1);
  // What has no condition and comes last takes all others.
  const isElse = said.length > 1 && last?.zh.startsWith("到");
  return {
    zh: said
      .map(({ zh }, index) => (isElse && index === said.length - 1 ? `其他的${zh}` : zh))
      .join("，"),
    en: said
      .map(({ zh, en = zh }, index) => (isElse && index === said.length - 1 ? `else ${en}` : en))
      .join(", "),
  };
}
