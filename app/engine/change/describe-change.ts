import type { Json } from "../json";
import { namePart } from "../definition/name-part";
import { keysOf, pointerTo } from "../json-pointer";
import type { Text } from "../text";
import { applyPatch } from "../variant/apply-patch";
import { fromKeyed, toKeyed } from "../variant/keyed-view";
import type { PatchOperation } from "../variant/patch";
import type { DefinitionDocument } from "../workflow-source";
import {
  changesOf,
  isNew,
  phrase,
  wasOld,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import { describeData, describeForm } from "./describe-forms";
import { describeMachine, describeStart } from "./describe-machine";
import { describeNotice } from "./describe-notice";
import { describeRecord } from "./describe-records";
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
    case "notices":
      return describeNotice(describing, first);
    case "machine":
      return describeMachine(describing, first);
    case "start":
      return describeStart(describing, first);
    default:
      return describeRest(describing, first);
  }
}

/** What has no sentences of its own: by its name, that it came, went or changed. */
function describeRest({ before, after }: Describing, change: Change): DescribedChange[] {
  const [, area = "", entry] = change.keys;
  const isWhole = change.keys.length === 3;
  const pointer = pointerTo("", ...change.keys.slice(0, 3));
  const isGone = isWhole && change.op === "remove";
  const { zh, en = zh } = namePart(isGone ? before : after, pointer);
  const offer: Text =
    area === "papers" && !isWhole
      ? { zh: "什么时候能打印、打几份", en: " is offered otherwise" }
      : { zh: "", en: " has changed" };
  const sentence = isGone
    ? phrase(`去掉{it}。`, `Without the {it}.`, { it: wasOld({ zh, en }) })
    : isWhole && change.op === "add"
      ? phrase(`增加{it}。`, `New: {it}.`, { it: isNew({ zh, en }) })
      : phrase(`${zh}${offer.zh}改了。`, `The ${en}${offer.en}.`);
  return [{ kind: "other", name: entry ?? area, sentence }];
}
