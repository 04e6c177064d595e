import type { Json } from "../json";
import { keysOf } from "../json-pointer";
import type { Text } from "../text";
import { applyPatch } from "../variant/apply-patch";
import { fromKeyed, toKeyed } from "../variant/keyed-view";
import type { PatchOperation } from "../variant/patch";
import type { DefinitionDocument } from "../workflow-source";
import {
  changesOf,
  phrase,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import { describeData, describeForm, describeRecord } from "./describe-forms";
import { describeMachine } from "./describe-machine";
import { describeDeadline, describeFact, describeParameter, describeRule } from "./describe-rules";
import { describeText, isWord } from "./describe-text";

export type { ChangeKind, DescribedChange } from "./describe-context";

/**
 * Everything that a patch makes of a definition, in sentences that a county official reads; each sentence once. Pure,
 * and total: where the patch does not fit any more, it is described by what it says itself.
 */
export function describeChange(
  before: DefinitionDocument,
  patch: readonly PatchOperation[],
  words: Pick<Describing, "plugins" | "roles"> = {},
): DescribedChange[] {
  const view = toKeyed(before as unknown as Json);
  const applied = applyPatch(view, patch);
  const after = applied.ok
    ? (fromKeyed(applied.view).document as unknown as DefinitionDocument)
    : before;
  const changes = changesOf(view, patch, keysOf);
  const describing: Describing = { ...words, before, after, changes };
  const told = new Set<string>();
  return groupsOf(changes)
    .flatMap((group) => describeGroup(describing, group))
    .filter(({ sentence }) => {
      const said = sentence.map(({ text }) => text.zh).join("");
      return !told.has(said) && told.add(said);
    });
}

/** Changes of one parameter, rule, fact or deadline are told together; all others one by one. */
function groupsOf(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const [, area = "", name = ""] = change.keys;
    const isOne = TOGETHER.has(area) && change.keys[0] === "workflow";
    const key = isOne ? `${area}/${name}` : change.keys.join("/");
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

const TOGETHER: ReadonlySet<string> = new Set(["parameters", "rules", "facts", "deadlines"]);

function describeGroup(describing: Describing, group: readonly Change[]): DescribedChange[] {
  const [first] = group;
  if (first === undefined) return [];
  const words = group
    .filter(({ keys }) => isWord(keys))
    .flatMap((one) => describeText(describing, one));
  const deeds = group.filter(({ keys }) => !isWord(keys));
  const [main] = deeds;
  return main === undefined ? words : [...describeDeeds(describing, main, deeds), ...words];
}

function describeDeeds(
  describing: Describing,
  first: Change,
  changes: readonly Change[],
): DescribedChange[] {
  const [top, area = "", name = ""] = first.keys;
  if (top === "forms") return describeForm(describing, first);
  if (top === "data") return describeData(describing, first);
  if (top === "papers" || area === "registers") return describeRecord(describing, first);
  switch (area) {
    case "parameters":
      return describeParameter(describing, name, changes);
    case "rules":
      return describeRule(describing, name, changes);
    case "facts":
      return describeFact(describing, name, changes);
    case "deadlines":
      return describeDeadline(describing, name, changes);
    case "machine":
      return describeMachine(describing, first);
    default: {
      const title = Object.hasOwn(AREAS, area) ? AREAS[area] : undefined;
      const { zh, en = zh } = title ?? { zh: "其他设置", en: "other settings" };
      return [
        { kind: "other", name: area, sentence: phrase(`${zh}改了。`, `The ${en} have changed.`) },
      ];
    }
  }
}

const AREAS: Readonly<Record<string, Text>> = {
  caseTitle: { zh: "事项标题的写法", en: "titles of matters" },
  start: { zh: "登记的办法", en: "ways to register" },
  phases: { zh: "阶段", en: "phases" },
  quietHours: { zh: "夜里不打扰的时间", en: "quiet hours" },
  numbers: { zh: "编号办法", en: "numbers" },
  links: { zh: "关联事项", en: "linked matters" },
  jobs: { zh: "后台任务", en: "jobs" },
  moves: { zh: "退回、撤回、作废这些操作", en: "moves" },
  papers: { zh: "文书的提供", en: "offers of papers" },
  notices: { zh: "公示", en: "public notices" },
  legal: { zh: "依据", en: "legal references" },
  retention: { zh: "保存期限", en: "times of keeping" },
  backdateDays: { zh: "补录的天数", en: "days that a step may be dated back" },
  plugins: { zh: "所用的插件", en: "plugins" },
};
