import { isObject, own, type Json } from "../json";
import type { Text } from "../text";
import { memberAt } from "../variant/patch";
import { toKeyed } from "../variant/keyed-view";
import {
  phrase,
  textOf,
  titleOf,
  wasOld,
  isNew,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";

/** Keys that hold words, and what those are called. */
const WORDS: Readonly<Record<string, Text>> = {
  title: { zh: "标题", en: "title" },
  label: { zh: "名称", en: "name" },
  labels: { zh: "选项", en: "choices" },
  help: { zh: "说明", en: "help" },
  hint: { zh: "提示", en: "hint" },
  description: { zh: "说明", en: "description" },
  messages: { zh: "填错时的提示", en: "messages" },
  refusal: { zh: "办不了时的说明", en: "refusal" },
  noForm: { zh: "说明", en: "note" },
  waits: { zh: "等待说明", en: "reason to wait" },
  order: { zh: "位置", en: "place" },
};

/** True where a change is about words or a place in a row, and about nothing that decides. */
export function isWord(keys: readonly string[]): boolean {
  return wordAt(keys) >= 0 && !isWholeThing(keys);
}

/** Where the key that holds words stands; deeper there are only languages, keywords and choices. */
function wordAt(keys: readonly string[]): number {
  const from = Math.max(0, keys.length - 3);
  const index = keys.slice(from).findIndex((key) => Object.hasOwn(WORDS, key));
  return index < 0 ? -1 : from + index;
}

/** A state, a rule or a field may itself be called `title`. */
function isWholeThing(keys: readonly string[]): boolean {
  const at = wordAt(keys);
  return at >= 0 && NAMING.has(keys[at - 1] ?? "");
}

const NAMING: ReadonlySet<string> = new Set(
  `properties states on after events parameters legal facts rules deadlines phases numbers links jobs registers
   columns papers forms retention notices`.split(/\s+/),
);

/** What is written differently: the help of “借用”, from one wording to the other. English alone is not told twice. */
export function describeText(describing: Describing, change: Change): DescribedChange[] {
  const { keys } = change;
  const at = wordAt(keys);
  const key = keys[at] ?? "";
  const word = WORDS[key] ?? { zh: "文字", en: "text" };
  const isEnglish = keys.at(-1) === "en";
  const both = describing.changes.some(
    (one) => one.keys.join() === [...keys.slice(0, -1), "zh"].join(),
  );
  if (isEnglish && both) return [];
  // A choice that came or went is told with its words.
  const choices = [...keys.slice(0, at), "enum"].join();
  if (key === "labels" && describing.changes.some((one) => one.keys.join() === choices)) return [];
  const owner = ownerTitle(describing, keys.slice(0, at));
  const name = keys[at - 1] ?? "";
  const { zh, en = zh } = owner;
  const [was, is] = [change.from, change.to].map((value) => shown(value));
  if (key === "order" || was === undefined || is === undefined) {
    const pattern = {
      zh: `“${zh}”的${word.zh}改了。`,
      en: `The ${word.en} of “${en}” has changed.`,
    };
    return [{ kind: "text", name, sentence: phrase(pattern.zh, pattern.en) }];
  }
  const slots = { was: wasOld(was), is: isNew(is) };
  const sentence = phrase(
    `“${zh}”的${word.zh}由{was}改为{is}。`,
    `The ${word.en} of “${en}”: from {was} to {is}.`,
    slots,
  );
  return [{ kind: "text", name, sentence }];
}

const LONGEST = 60;

function shown(value: Json | undefined): Text | undefined {
  const text = typeof value === "string" ? { zh: value } : textOf(value);
  if (text === undefined) return undefined;
  const short = text.zh.length > LONGEST ? `${text.zh.slice(0, LONGEST)}…` : text.zh;
  return { zh: `“${short}”`, en: `“${short}”` };
}

/** What the thing is called whose words change. */
function ownerTitle({ before, after }: Describing, keys: readonly string[]): Text {
  for (const document of [before, after]) {
    const view = toKeyed(document as unknown as Json);
    for (let length = keys.length; length > 0; length -= 1) {
      const thing = memberAt(view, keys.slice(0, length));
      if (!isObject(thing)) continue;
      const meta = own(thing, "meta");
      const title = titleOf(isObject(meta) && own(thing, "title") === undefined ? meta : thing, "");
      if (title.zh !== "") return title;
    }
  }
  return { zh: keys.at(-1) ?? "", en: keys.at(-1) ?? "" };
}
