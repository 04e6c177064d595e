import { isObject, own, type Json, type JsonObject } from "../json";
import { keysOf } from "../json-pointer";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";
import { inQuotes, textOf } from "../change/describe-context";
import { keyOfItem } from "../variant/keyed-view";

/** What the parts of a definition are called that stand directly in it. */
const AREAS: Readonly<Record<string, Text>> = {
  parameters: { zh: "参数", en: "parameter" },
  legal: { zh: "依据", en: "legal reference" },
  facts: { zh: "事实项", en: "fact" },
  rules: { zh: "规则", en: "rule" },
  deadlines: { zh: "期限", en: "deadline" },
  phases: { zh: "阶段", en: "phase" },
  numbers: { zh: "编号", en: "number" },
  links: { zh: "关联事项", en: "link" },
  jobs: { zh: "后台任务", en: "job" },
  registers: { zh: "台账", en: "register" },
  notices: { zh: "公示", en: "notice" },
  papers: { zh: "文书", en: "paper" },
  retention: { zh: "保存期限", en: "time of keeping" },
};

/** Those that are one thing, without entries. */
const WHOLE: Readonly<Record<string, Text>> = {
  "/data": { zh: "事项资料", en: "data of a matter" },
  "/workflow/machine": { zh: "全部环节", en: "all states" },
  "/workflow/start": { zh: "登记", en: "registration" },
  "/workflow/caseTitle": { zh: "事项标题的写法", en: "title of matters" },
  "/workflow/plugins": { zh: "所用的插件", en: "plugins in use" },
  "/workflow/backdateDays": { zh: "补录的天数", en: "days a step may be dated back" },
};

/** What a place in a definition is called by those who read its pages: 环节“受理”的操作“登记”. Total over any pointer. */
export function namePart(document: DefinitionDocument, pointer: string): Text {
  const keys = keysOf(pointer) ?? [];
  const whole = own(WHOLE, pointer);
  if (whole !== undefined) return whole;
  const root = document as unknown as Json;
  const pieces: Text[] = [];
  for (let depth = 1; depth <= keys.length; depth += 1) {
    const piece = pieceAt(root, keys.slice(0, depth));
    if (piece !== undefined) pieces.push(piece);
  }
  if (pieces.length === 0) return WHOLE[`/${keys.slice(0, 2).join("/")}`] ?? REST;
  return {
    zh: pieces.map(({ zh }) => zh).join("的"),
    en: pieces.map(({ zh, en = zh }) => en).join(", "),
  };
}

const MOVES: Readonly<Record<string, Text>> = {
  return: { zh: "退回", en: "return" },
  withdraw: { zh: "撤回", en: "withdrawal" },
  void: { zh: "作废", en: "annulment" },
  reopen: { zh: "恢复办理", en: "reopening" },
  pause: { zh: "中止", en: "pause" },
};

/** What a move is called by those who make it. */
export function moveTitle(name: string): Text {
  return own(MOVES, name) ?? { zh: name };
}

const REST: Text = { zh: "其他设置", en: "other settings" };

/** What is said of one key on the way; undefined where it says nothing to a reader. */
function pieceAt(root: Json, keys: readonly string[]): Text | undefined {
  const name = keys.at(-1) ?? "";
  const above = keys.at(-2) ?? "";
  const here = atKeys(root, keys);
  const isTop = keys.length === 3 && keys[0] === "workflow";
  if (keys.length === 2 && keys[0] === "forms") return piece(FORM, here, name);
  if (keys.length === 2 && keys[0] === "papers") {
    return piece(PAPER, atKeys(root, ["workflow", "papers", name]) ?? here, name);
  }
  if (isTop && above === "legal" && isObject(here)) {
    const law = [own(here, "law"), own(here, "article")].filter((one) => typeof one === "string");
    return piece(AREAS[above], { title: { zh: law.join("") } }, name);
  }
  if (isTop && above === "moves") return moveTitle(name);
  if (isTop && Object.hasOwn(AREAS, above)) return piece(AREAS[above], here, name);
  if (keys.length === 2 && name === "start") return WHOLE["/workflow/start"];
  if (keys[1] === "machine") return pieceOfMachine(root, keys, here);
  if (above === "properties") return piece(FIELD, here, name);
  return undefined;
}

const FORM: Text = { zh: "表单", en: "form" };
const PAPER: Text = { zh: "文书", en: "paper" };
const FIELD: Text = { zh: "字段", en: "field" };
const STATE: Text = { zh: "环节", en: "state" };
const EVENT: Text = { zh: "操作", en: "event" };
const AFTER: Text = { zh: "到期", en: "end of" };

function pieceOfMachine(root: Json, keys: readonly string[], here: Json | undefined) {
  const name = keys.at(-1) ?? "";
  const [above, over] = [keys.at(-2), keys.at(-3)];
  const isName = over !== "states" && over !== "events";
  if (above === "states") return piece(STATE, metaOf(here), name);
  if (above === "events" && over === "meta") return piece(EVENT, here, name);
  if (above === "on" && isName) {
    const state = atKeys(root, keys.slice(0, -2));
    const events = own(metaOf(state), "events");
    return piece(EVENT, isObject(events) ? own(events, name) : undefined, name);
  }
  if (above === "after") return piece(AFTER, atKeys(root, ["workflow", "deadlines", name]), name);
  return undefined;
}

function metaOf(state: Json | undefined): JsonObject {
  const meta = isObject(state) ? own(state, "meta") : undefined;
  return isObject(meta) ? meta : {};
}

function piece(kind: Text | undefined, thing: Json | undefined, name: string): Text {
  const source = isObject(thing) ? thing : {};
  const title = textOf(own(source, "title")) ?? textOf(own(source, "label")) ?? { zh: name };
  const said = inQuotes(title);
  const { zh = "", en = zh } = kind ?? { zh: "" };
  return { zh: `${zh}${said.zh}`, en: `${en} ${said.en}`.trim() };
}

/** The value at some keys; an item of a list by its index or its key. */
function atKeys(root: Json, keys: readonly string[]): Json | undefined {
  let here: Json | undefined = root;
  for (const key of keys) {
    if (Array.isArray(here)) {
      here = here.find((item) => keyOfItem(item) === key) ?? here[Number(key)];
    } else here = isObject(here) ? own(here, key) : undefined;
  }
  return here;
}
