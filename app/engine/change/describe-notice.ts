import { isObject, own, type Json } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument, StateSource } from "../workflow-source";
import {
  added,
  inQuotes,
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

/** The words of a notice that everybody reads. */
const WORDS: Readonly<Record<string, Text>> = {
  text: { zh: "正文", en: "text" },
  places: { zh: "张贴地点", en: "places" },
  contact: { zh: "监督电话", en: "supervision telephone" },
};

const BOARDS: Readonly<Record<string, Text>> = {
  village: { zh: "本村", en: "the village" },
  township: { zh: "全乡镇各村", en: "every village of the township" },
  county: { zh: "全县各村", en: "every village of the county" },
};

/** What changes in a public notice: which column, which words, until when, by which steps. */
export function describeNotice(describing: Describing, change: Change): DescribedChange[] {
  const [, , name = "", part = ""] = change.keys;
  const [before, after] = [describing.before, describing.after].map(({ workflow }) =>
    own(workflow.notices, name),
  );
  const say = (sentence: readonly SentencePart[]): DescribedChange[] =>
    sentence.length === 0 ? [] : [{ kind: "other", name, sentence: [...sentence] }];
  if (after === undefined)
    return say(
      phrase("去掉公示{it}。", "Without the notice {it}.", {
        it: removed(noticeTitle(before, name)),
      }),
    );
  const it = named(noticeTitle(after, name));
  if (before === undefined)
    return say(
      phrase("增加公示{it}。", "A new notice: {it}.", { it: added(noticeTitle(after, name)) }),
    );
  if (part === "columns") return say(columnSentence(describing, change, it));
  if (Object.hasOwn(WORDS, part)) return say(wordsSentence(describing, change, it));
  const from = (value: (document: DefinitionDocument) => Text): SentencePart =>
    wasOld(value(describing.before));
  const to = (value: (document: DefinitionDocument) => Text): SentencePart =>
    isNew(value(describing.after));
  switch (part) {
    case "until": {
      const last = ({ workflow }: DefinitionDocument): Text => {
        const deadline = own(workflow.notices, name)?.until ?? "";
        return inQuotes(titleOf(own(workflow.deadlines, deadline), deadline));
      };
      const slots = { it, was: from(last), is: to(last) };
      return say(
        phrase(
          "公示{it}的截止日，由按{was}算改为按{is}算。",
          "The last day of the notice {it}: by {was}, now by {is}.",
          slots,
        ),
      );
    }
    case "on":
    case "ends": {
      const steps = (document: DefinitionDocument): Text => stepsText(document, { name, part });
      const slots = { it, was: from(steps), is: to(steps) };
      const [zh, en] = part === "on" ? ["公布", "published"] : ["提前撤下", "taken down early"];
      return say(
        phrase(
          `公示{it}由{was}${zh}，改为由{is}${zh}。`,
          `The notice {it} is ${en} by {was}, now by {is}.`,
          slots,
        ),
      );
    }
    case "board": {
      const board = ({ workflow }: DefinitionDocument): Text =>
        BOARDS[own(workflow.notices, name)?.board ?? "village"] ?? { zh: "—" };
      const slots = { it, was: from(board), is: to(board) };
      return say(
        phrase(
          "公示{it}，由贴在{was}改为贴在{is}。",
          "The notice {it}: on the board of {was}, now of {is}.",
          slots,
        ),
      );
    }
    default:
      return say(phrase(...(OTHER[part] ?? OTHER_CHANGE), { it }));
  }
}

const OTHER_CHANGE: readonly [string, string] = ["公示{it}改了。", "The notice {it} has changed."];

const OTHER: Readonly<Record<string, readonly [string, string]>> = {
  over: ["公示{it}的名单，列的对象改了。", "The list of the notice {it} has other items."],
  where: ["公示{it}的名单，哪些人列进去改了。", "The notice {it} lists others than before."],
  objection: [
    "公示{it}，提异议由哪一步受理改了。",
    "Objections to the notice {it} are taken by another step.",
  ],
  held: [
    "公示{it}，什么情况下标明暂缓改了。",
    "The notice {it} marks rows as held in other cases.",
  ],
};

/** A column that comes, goes, shows something else, or is masked. */
function columnSentence(
  { before, after }: Describing,
  change: Change,
  it: SentencePart,
): SentencePart[] {
  const [, , name = "", , key = "", ...rest] = change.keys;
  const columnIn = ({ workflow }: DefinitionDocument) =>
    own(own(workflow.notices, name)?.columns, key);
  const [old, now] = [columnIn(before), columnIn(after)];
  if (now === undefined)
    return phrase("公示{it}去掉一栏{column}。", "The notice {it} loses the column {column}.", {
      ...{ it, column: removed(titleOf(old, key)) },
    });
  if (old === undefined)
    return phrase("公示{it}增加一栏{column}。", "The notice {it} gets the column {column}.", {
      ...{ it, column: added(titleOf(now, key)) },
    });
  const column = named(titleOf(now, key));
  const slots = { it, column };
  if (rest[0] === "mask")
    return now.mask === true
      ? phrase(
          "公示{it}的{column}一栏，姓名改为打星号。",
          "The notice {it} masks names in the column {column}.",
          slots,
        )
      : phrase(
          "公示{it}的{column}一栏，姓名改为写全。",
          "The notice {it} shows names in full in the column {column}.",
          slots,
        );
  return rest[0] === "width"
    ? phrase(
        "公示{it}的{column}一栏，打印的宽度改了。",
        "The notice {it} is printed with another width of the column {column}.",
        slots,
      )
    : phrase(
        "公示{it}的{column}一栏，改为写别的内容。",
        "The notice {it} shows something else in the column {column}.",
        slots,
      );
}

/** Words that everybody reads, from one wording to the other. English alone is not told twice. */
function wordsSentence(describing: Describing, change: Change, it: SentencePart): SentencePart[] {
  const [, , , part = "", ...rest] = change.keys;
  const zh = [...change.keys.slice(0, 4), "zh"].join();
  if (rest[0] === "en" && describing.changes.some(({ keys }) => keys.join() === zh)) return [];
  const word = WORDS[part] ?? { zh: part };
  const [was, is] = [change.from, change.to].map(wordsOf);
  if (was === undefined && is === undefined) return [];
  if (was === undefined)
    return phrase(`公示{it}增加${word.zh}{is}。`, `The notice {it} gets a ${word.en}: {is}.`, {
      ...{ it, is: isNew(is ?? { zh: "" }) },
    });
  if (is === undefined)
    return phrase(`公示{it}去掉${word.zh}{was}。`, `The notice {it} loses its ${word.en} {was}.`, {
      ...{ it, was: wasOld(was) },
    });
  return phrase(
    `公示{it}的${word.zh}，由{was}改为{is}。`,
    `The ${word.en} of the notice {it}: from {was} to {is}.`,
    { it, was: wasOld(was), is: isNew(is) },
  );
}

function noticeTitle(notice: unknown, name: string): Text {
  const { zh, en = zh } = titleOf(notice, name);
  return { zh: filled(zh), en: filled(en) };
}

/** A template with … where values are filled in. */
function filled(template: string): string {
  return template.replace(/\{\{[^}]*\}\}/g, "……");
}

/** A wording in quotes, as far as it is fixed. */
function wordsOf(value: Json | undefined): Text | undefined {
  const text = typeof value === "string" ? { zh: value } : textOf(value);
  if (text === undefined) return undefined;
  return inQuotes({ zh: filled(text.zh), en: filled(text.en ?? text.zh) });
}

/** The steps that publish a notice or take it down, by what their buttons say. */
function stepsText(
  { workflow }: DefinitionDocument,
  { name, part }: { name: string; part: "on" | "ends" },
): Text {
  const events = own(workflow.notices, name)?.[part] ?? [];
  if (events.length === 0) return { zh: "任何一步都不", en: "no step" };
  return listed(events.map((event) => eventTitle(workflow.machine, event) ?? { zh: event }));
}

function eventTitle(state: StateSource, event: string): Text | undefined {
  const label = own(state.meta?.events, event)?.label;
  if (isObject(label)) return label;
  for (const inner of Object.values(state.states ?? {})) {
    const found = eventTitle(inner, event);
    if (found !== undefined) return found;
  }
  return undefined;
}
