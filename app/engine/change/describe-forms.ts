import { isObject, own, type Json, type JsonObject } from "../json";
import type { Text } from "../text";
import {
  added,
  isNew,
  listed,
  named,
  phrase,
  removed,
  textOf,
  titleOf,
  wasOld,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import type { SentencePart } from "./say-change";

/** What changes in the forms: a form, a question more or fewer, what must be answered, the order. */
export function describeForm(describing: Describing, change: Change): DescribedChange[] {
  const { before, after } = describing;
  const [, name = "", part, ...rest] = change.keys;
  const [old, now] = [before, after].map(({ forms }) => own(forms, name));
  const one = (sentence: SentencePart[]): DescribedChange[] => [{ kind: "form", name, sentence }];
  if (part === undefined) {
    const form = change.op === "remove" ? removed(titleOf(old, name)) : added(titleOf(now, name));
    return change.op === "remove"
      ? one(phrase("去掉表单{form}。", "Without the form {form}.", { form }))
      : one(phrase("增加表单{form}。", "A new form: {form}.", { form }));
  }
  const form = named(titleOf(now, name));
  if (part === "ui") {
    const [key = ""] = rest;
    const fields = fieldsChanged(describing.changes, name);
    // A field that came or went takes its place and its control along.
    if (key === "ui:order" ? fields.length > 0 : fields.includes(key)) return [];
    return key === "ui:order"
      ? one(
          phrase("表单{form}里各项的先后改了。", "The questions of {form} come in another order.", {
            form,
          }),
        )
      : one(phrase("表单{form}的填写方式改了。", "The controls of {form} have changed.", { form }));
  }
  if (part !== "schema") {
    const { zh, en } = Object.hasOwn(PARTS, part) ? (PARTS[part] ?? OTHER) : OTHER;
    return one(phrase(`表单{form}${zh}改了。`, `${en} of the form {form} has changed.`, { form }));
  }
  return describeSchema(
    { change, keys: rest, old: old?.schema, now: now?.schema },
    (zh, en, slots) => one(phrase(`表单{form}${zh}`, `The form {form} ${en}`, { form, ...slots })),
  );
}

const OTHER = { zh: "的设置", en: "The setup" };
const PARTS: Readonly<Record<string, { zh: string; en: string }>> = {
  prefill: { zh: "预先填好的内容", en: "What is filled in at first" },
  stamp: { zh: "由平台自动记下的内容", en: "What the platform writes by itself" },
  into: { zh: "填到事项资料的哪里", en: "The place in the data" },
};

/** Fields that a form gets or loses. */
function fieldsChanged(changes: readonly Change[], form: string): string[] {
  return changes.flatMap(({ op, keys }) => {
    const isOurs = keys[0] === "forms" && keys[1] === form && keys[2] === "schema";
    const isField = keys.at(-2) === "properties" && op !== "replace";
    return isOurs && isField ? (keys.at(-1) ?? []) : [];
  });
}

/** What changes in the data of a matter; a question that a form asks as well is told with the form. */
export function describeData(describing: Describing, change: Change): DescribedChange[] {
  const { before, after } = describing;
  const keys = change.keys.slice(1);
  const name = keys.at(-1) ?? "";
  if (change.op === "add" && isAsked(describing.changes, name)) return [];
  const field = keys.at(-2) ?? "";
  if (name === "enum" && offersOtherwise(describing.changes, field)) return [];
  return describeSchema({ change, keys, old: before.data, now: after.data }, (zh, en, slots) => [
    { kind: "data", name, sentence: phrase(`事项资料${zh}`, `The data of a matter ${en}`, slots) },
  ]);
}

function isAsked(changes: readonly Change[], name: string): boolean {
  return changes.some(
    ({ op, keys }) => op === "add" && keys[0] === "forms" && keys.at(-1) === name,
  );
}

/** A choice that a form offers or no longer offers is told with the form. */
function offersOtherwise(changes: readonly Change[], field: string): boolean {
  return changes.some(
    ({ keys }) => keys[0] === "forms" && keys.at(-1) === "enum" && keys.at(-2) === field,
  );
}

interface SchemaChange {
  change: Change;
  /** From the schema's root. */
  keys: readonly string[];
  old: JsonObject | undefined;
  now: JsonObject | undefined;
}

type Tell = (
  zh: string,
  en: string,
  slots: Readonly<Record<string, SentencePart | readonly SentencePart[]>>,
) => DescribedChange[];

function describeSchema({ change, keys, old, now }: SchemaChange, tell: Tell): DescribedChange[] {
  const last = keys.at(-1) ?? "";
  const isField = keys.at(-2) === "properties";
  if (isField && change.op === "add") {
    const label = fieldLabel(change.to, last);
    const isRequired = requiredAt(now, keys.slice(0, -2)).includes(last);
    const how: Text = isRequired
      ? { zh: "必填", en: "must be answered" }
      : { zh: "没有可不填", en: "may stay empty" };
    return tell(`增加“${label.zh}”（{how}）。`, `asks “${label.en ?? label.zh}” ({how}).`, {
      how: isNew(how),
    });
  }
  if (isField && change.op === "remove") {
    return tell("不再问{field}。", "no longer asks {field}.", {
      field: removed(fieldLabel(change.from, last)),
    });
  }
  if (last === "required") return describeRequired({ change, keys, old, now }, tell);
  const path = keys.slice(0, keys.lastIndexOf("properties") + 2);
  const field = fieldLabel(valueIn(now ?? {}, path), path.at(-1) ?? last);
  const limit = Object.hasOwn(LIMITS, last) ? LIMITS[last] : undefined;
  if (limit !== undefined) {
    const slots = {
      field: named(field),
      was: wasOld(shown(change.from)),
      is: isNew(shown(change.to)),
    };
    return tell(
      `里{field}的${limit.zh}由 {was} 改为 {is}。`,
      `has another ${limit.en} for {field}: {was}, now {is}.`,
      slots,
    );
  }
  if (last === "enum") return describeChoices({ change, keys, old, now }, named(field), tell);
  if (last === "allOf") {
    return tell(
      "里看别的答案才问的项改了。",
      "has changed what is asked depending on other answers.",
      {},
    );
  }
  if (keys.includes("privacy")) {
    return tell(
      "里{field}的个人信息说明（目的、依据、保存多久、谁能看）改了。",
      "says something else about why {field} is kept, how long, and who sees it.",
      { field: named(field) },
    );
  }
  return tell("里{field}的填写要求改了。", "asks {field} in another way.", { field: named(field) });
}

/** Choices more and fewer, in their words. */
function describeChoices(
  { change, keys, old, now }: SchemaChange,
  field: SentencePart,
  tell: Tell,
): DescribedChange[] {
  const at = keys.slice(0, -1);
  const say = (schema: JsonObject | undefined, names: readonly string[]): Text => {
    const labels = valueIn(schema ?? {}, [...at, "labels"]);
    return listed(
      names.map((name) => textOf(isObject(labels) ? own(labels, name) : undefined) ?? { zh: name }),
    );
  };
  const [was, is] = [change.from, change.to].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  const more = (is ?? []).filter((name) => !was?.includes(name));
  const fewer = (was ?? []).filter((name) => !is?.includes(name));
  const slots = { field, more: isNew(say(now, more)), fewer: wasOld(say(old, fewer)) };
  if (more.length > 0 && fewer.length > 0) {
    return tell(
      "里{field}增加选项{more}，去掉选项{fewer}。",
      "offers {field} with {more} and without {fewer}.",
      slots,
    );
  }
  if (more.length > 0)
    return tell("里{field}增加选项{more}。", "offers {field} with {more} as well.", slots);
  if (fewer.length > 0)
    return tell("里{field}去掉选项{fewer}。", "offers {field} without {fewer}.", slots);
  return tell("里{field}的选项先后改了。", "offers {field} in another order.", slots);
}

const LIMITS: Readonly<Record<string, { zh: string; en: string }>> = {
  minimum: { zh: "最小值", en: "least value" },
  maximum: { zh: "最大值", en: "greatest value" },
  minLength: { zh: "最少字数", en: "least length" },
  maxLength: { zh: "最多字数", en: "greatest length" },
  minItems: { zh: "最少项数", en: "least number of items" },
  maxItems: { zh: "最多项数", en: "greatest number of items" },
};

function shown(value: Json | undefined): Text {
  const text = value === undefined ? "—" : String(value);
  return { zh: text, en: text };
}

/** Which questions must be answered now, and which need no longer be. */
function describeRequired({ change, keys, old, now }: SchemaChange, tell: Tell): DescribedChange[] {
  const [was, is] = [change.from, change.to].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  const at = keys.slice(0, -1);
  const label = (schema: JsonObject | undefined, name: string): Text =>
    fieldLabel(valueIn(schema ?? {}, [...at, "properties", name]), name);
  const more = (is ?? []).filter((name) => !was?.includes(name));
  const fewer = (was ?? []).filter((name) => !is?.includes(name));
  // A new question says by itself that it must be answered.
  const known = more.filter(
    (name) => valueIn(old ?? {}, [...at, "properties", name]) !== undefined,
  );
  const kept = fewer.filter(
    (name) => valueIn(now ?? {}, [...at, "properties", name]) !== undefined,
  );
  return [
    ...(known.length === 0
      ? []
      : tell("里{fields}改为必填。", "must have an answer to {fields}.", {
          fields: isNew(listed(known.map((name) => label(now, name)))),
        })),
    ...(kept.length === 0
      ? []
      : tell("里{fields}改为可以不填。", "may leave {fields} empty.", {
          fields: isNew(listed(kept.map((name) => label(now, name)))),
        })),
  ];
}

function requiredAt(schema: JsonObject | undefined, keys: readonly string[]): string[] {
  const group = valueIn(schema ?? {}, keys);
  const required = isObject(group) ? own(group, "required") : undefined;
  return Array.isArray(required) ? required.map(String) : [];
}

function valueIn(root: Json, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((here, key) => {
    if (Array.isArray(here)) return here[Number(key)];
    return isObject(here) ? own(here, key) : undefined;
  }, root);
}

function fieldLabel(schema: Json | undefined, name: string): Text {
  return titleOf(schema, name);
}
