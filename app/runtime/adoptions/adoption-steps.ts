import type { Case } from "../../engine/case";
import { leavesOf } from "../../engine/machine/state-value";
import type { Text } from "../../engine/text";
import type { AdoptionStep } from "../api";

/** The way of an adoption, with the states of the package that stand at each stop. */
const WAY: readonly { key: string; title: Text; states: readonly string[] }[] = [
  { key: "survey", title: { zh: "问群众", en: "Survey" }, states: ["surveying"] },
  { key: "choose", title: { zh: "选模式", en: "Choose" }, states: ["choosing"] },
  { key: "parameters", title: { zh: "定参数", en: "Parameters" }, states: ["setting"] },
  { key: "plan", title: { zh: "写方案", en: "Plan" }, states: ["planning"] },
  { key: "legal", title: { zh: "法制审核", en: "Legal review" }, states: ["reviewing"] },
  { key: "township", title: { zh: "乡镇意见", en: "Township" }, states: ["consulting"] },
  { key: "county", title: { zh: "县局决定", en: "County" }, states: ["deciding", "takingEffect"] },
  { key: "pilot", title: { zh: "试行", en: "Trial" }, states: ["pilot"] },
  {
    key: "evaluate",
    title: { zh: "评估：继续、调整、停用", en: "Evaluate: extend, adjust, leave" },
    states: ["leaving", "extended", "left"],
  },
];

/**
 * How far an adoption has come. One that was sent back stands at the earlier stop again, and what followed is still
 * to be done. Of one that was given up, what was passed is done and nothing follows. Pure.
 */
export function adoptionSteps(matter: Pick<Case, "state" | "status" | "visited">): AdoptionStep[] {
  const names = leavesOf(matter.state);
  const here = WAY.findIndex(({ states }) => states.some((state) => names.includes(state)));
  const wasThere = (states: readonly string[]): boolean =>
    states.some((state) => matter.visited.some((path) => path.split(".").includes(state)));
  const isOver = matter.status !== "open";
  return WAY.map(({ key, title, states }, i) => {
    const isDone = here < 0 ? wasThere(states) : i < here || (isOver && i === here);
    return { key, title, is: isDone ? "done" : i === here && !isOver ? "now" : "to" };
  });
}
