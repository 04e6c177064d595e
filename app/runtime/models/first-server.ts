import type { ModelSource, SlotSource } from "../../engine/model/model-source";
import type { UnitId } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Text } from "../../engine/text";
import type { Directory } from "../people/directory";
import type { PostHolder } from "./posts-by-unit";
import { codeOf, unitsOver } from "./read-force";

/** Who serves a village first, in a few words. */
export interface Served {
  text: Text;
  /** The model needs somebody who is not there. */
  isShort: boolean;
}

const NOBODY: Served = { text: { zh: "没有采用模式", en: "No model" }, isShort: false };

/** For each village and its model, who fills the model's first slot there. */
export function firstServer(
  directory: Directory,
  posts: ReadonlyMap<UnitId, PostHolder[]>,
): (village: UnitRecord, model: ModelSource | null) => Served {
  const holding = (unit: UnitId, role: string): PostHolder[] =>
    (posts.get(unit) ?? []).filter(({ roles }) => roles.has(role));

  return (village, model) => {
    const [slot] = Object.values(model?.force.slots ?? {});
    if (slot === undefined) return NOBODY;
    if (slot.role !== "officer") return named(slot.title, holding(village.id, slot.role));
    // Whoever serves first, a place that the village itself has for somebody may be empty.
    const lacks = Object.values(model?.force.slots ?? {}).some(
      ({ per, role, count }) => per === "village" && holding(village.id, role).length < count,
    );
    const officers = unitsOver(directory, village).flatMap(({ id }) => holding(id, "officer"));
    const mine = officers[placeAmong(directory, village, officers.length)];
    const served =
      slot.per === "township"
        ? shared(slot, officers)
        : named({ zh: "民警", en: "Officer" }, mine === undefined ? [] : [mine]);
    return { ...served, isShort: served.isShort || lacks };
  };
}

function named(title: Text, people: readonly PostHolder[]): Served {
  const names = people.map(({ name }) => name).slice(0, 2);
  const isShort = names.length === 0;
  return {
    text: {
      zh: `${title.zh} ${isShort ? "待选" : names.join("、")}`,
      en: `${title.en ?? title.zh}: ${isShort ? "to be chosen" : names.join(", ")}`,
    },
    isShort,
  };
}

function shared({ count }: SlotSource, officers: readonly PostHolder[]): Served {
  return {
    text: { zh: `民警 ${officers.length} 人轮班`, en: `${officers.length} officers in shifts` },
    isShort: officers.length < count,
  };
}

/** Which of a township's officers a village belongs to: the villages are shared evenly, in their order. */
function placeAmong(directory: Directory, village: UnitRecord, officers: number): number {
  const siblings = directory.units
    .filter(({ kind, parent }) => kind === "village" && parent === village.parent)
    .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const share = Math.ceil(siblings.length / Math.max(1, officers));
  return Math.floor(Math.max(0, siblings.indexOf(village)) / Math.max(1, share));
}
