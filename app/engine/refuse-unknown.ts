import { refuse } from "./errors";
import type { Refusal, RuleReason } from "./refusal";
import { undecidedReads } from "./rules/undecided";
import { listOf, type Text } from "./text";

/** What people call a scope path. */
export type WordFor = (path: string) => Text;

const NEXT: Text = { zh: "；", en: "; " };

/**
 * The refusal for rules that are not known, `case/rule-unknown`: it names what is missing, and where nothing
 * is, the rule that cannot tell, with what it was to tell it from.
 */
export function refuseUnknown(wordFor: WordFor, reasons: readonly RuleReason[]): Refusal {
  const gaps = listOf(reasons.flatMap(({ missing }) => missing.map(wordFor)));
  const missing = gaps.zh === "" ? [] : [{ zh: `还缺${gaps.zh}`, en: `missing: ${gaps.en}` }];
  const told = reasons.flatMap((reason) =>
    undecidedReads(reason.because).map((paths) => cannotTell(reason.title, paths.map(wordFor))),
  );
  const what = [...missing, ...told];
  const unnamed = what.length > 0 ? [] : reasons.map(({ title }) => cannotTell(title, []));
  return refuse(
    "case/rule-unknown",
    { what: listOf([...what, ...unnamed], NEXT) },
    { because: [...reasons] },
  );
}

function cannotTell({ zh, en = zh }: Text, read: readonly Text[]): Text {
  if (read.length === 0) {
    return { zh: `“${zh}”这一条判断不出来`, en: `“${en}” cannot be told` };
  }
  const from = listOf(read);
  return {
    zh: `按现有的${from.zh}，“${zh}”这一条判断不出来`,
    en: `“${en}” cannot be told from ${from.en}`,
  };
}
