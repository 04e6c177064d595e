import { own } from "../json";
import { listOf, type Text } from "../text";
import { offsetUnitOf } from "../time/offset-unit";
import type { DeadlineSource } from "../deadline-source";
import type { DefinitionDocument } from "../workflow-source";
import { unitWord } from "./parameter-words";

/** 提前 7 天, 到期当天, 超期 2 个工作日: where a reminder or a rung of a deadline lies. */
export function sayOffset(offset: number, deadline: DeadlineSource): Text {
  const unit = offsetUnitOf(deadline);
  if (offset === 0)
    return unit === "hour"
      ? { zh: "到期时", en: "when due" }
      : { zh: "到期当天", en: "on the last day" };
  const word = unitWord(unit);
  const count = Math.abs(offset);
  const long = `${count} ${word.en ?? ""}${count === 1 ? "" : "s"}`;
  return offset < 0
    ? { zh: `提前 ${count} ${word.zh}`, en: `${long} before` }
    : { zh: `超期 ${count} ${word.zh}`, en: `${long} overdue` };
}

/** When a deadline reminds, from the earliest on: 提前 7 天、到期当天; 不提醒 where it does not. */
export function sayReminders(deadline: DeadlineSource): Text {
  const { remind = [] } = deadline;
  if (remind.length === 0) return { zh: "不提醒", en: "never" };
  return listOf([...remind].sort((a, b) => a - b).map((offset) => sayOffset(offset, deadline)));
}

/** Rung by rung: “所长”超期 2 个工作日通知，“县局”按“几天报县局”通知. */
export function sayLadder(deadline: DeadlineSource, { workflow }: DefinitionDocument): Text {
  const { ladder = [] } = deadline;
  if (ladder.length === 0) return { zh: "不再往上报", en: "nobody further is told" };
  const rungs = ladder.map(({ key, at }): Text => {
    if (typeof at === "object") {
      const parameter = own(workflow.parameters, at.parameter)?.title;
      const title = parameter?.zh ?? at.parameter;
      return { zh: `“${key}”按“${title}”通知`, en: `“${key}” by “${parameter?.en ?? title}”` };
    }
    const { zh, en } = sayOffset(at, deadline);
    return { zh: `“${key}”${zh}通知`, en: `“${key}” ${en}` };
  });
  return listOf(rungs, { zh: "，", en: ", " });
}
