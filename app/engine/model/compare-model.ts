import type { JsonObject } from "../json";
import type { TemplateContext } from "../projection/template";
import { fillText } from "../projection/template";
import { compileLogic } from "../rules/compile-logic";
import type { Operator, Truth } from "../rules/types";
import type { Text } from "../text";
import type { ForceGiven } from "./force-given";
import type { DemandSource, ModelSource, SlotSource } from "./model-source";
import { computeStaff, countSlot, sizesOfAreas, type SlotCount } from "./staff";
import { planWeek, type PlannedWeek } from "./visits";

/** 可行 · 不可行 · 待核 */
export type Verdict = "feasible" | "infeasible" | "open";

export interface DemandFound {
  name: string;
  title: Text;
  truth: Truth;
  /** What was found, in one sentence. */
  says: Text;
  /** False: it may stay open while the rest begins. */
  blocks: boolean;
}

export interface SlotFound extends SlotCount {
  name: string;
  slot: SlotSource;
}

/** A model held against villages and the people there are. */
export interface ModelFound {
  verdict: Verdict;
  slots: SlotFound[];
  demands: DemandFound[];
  /** The first officer's week; null where there is none. */
  week: PlannedWeek | null;
  staff: JsonObject;
}

/**
 * Whether a model can be kept with the people there are, because of which demands. Those that cannot be met are
 * named; what is not known leaves the verdict open, never taken for a yes. Pure.
 */
export function compareModel(
  model: ModelSource,
  given: ForceGiven,
  operators: ReadonlyMap<string, Operator>,
): ModelFound {
  const { force } = model;
  const staff = computeStaff(force, given);
  const demands = Object.entries(force.demands).map(([name, source]) =>
    judgeDemand(name, source, { staff, operators }),
  );
  const areas = sizesOfAreas(force, given.villages).length;
  return {
    verdict: verdictOf(demands),
    slots: Object.entries(force.slots).map(([name, slot]) => ({
      ...{ name, slot },
      ...countSlot(slot, areas, given),
    })),
    demands,
    week:
      given.officers.length === 0
        ? null
        : planWeek(force.week, {
            villages: given.villages.map(({ name }) => name.replace(/村$/, "")),
            officers: given.officers.length,
            index: 0,
          }),
    staff,
  };
}

function verdictOf(demands: readonly DemandFound[]): Verdict {
  const binding = demands.filter(({ blocks }) => blocks);
  if (binding.some(({ truth }) => truth === false)) return "infeasible";
  return binding.every(({ truth }) => truth === true) ? "feasible" : "open";
}

function judgeDemand(
  name: string,
  { title, when, says, blocks = true }: DemandSource,
  { staff, operators }: { staff: JsonObject; operators: ReadonlyMap<string, Operator> },
): DemandFound {
  const { truth } = compileLogic(when, operators).judge({ staff });
  const said = truth === "unknown" ? says.unknown : truth ? says.yes : says.no;
  return { name, title, truth, says: fillText(said, contextOf(staff)), blocks };
}

function contextOf(staff: JsonObject): TemplateContext {
  return { scope: { staff }, dataSchema: {}, displays: new Map(), blank: "—", today: "" };
}
