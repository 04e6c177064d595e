import type { ModelSource } from "../../engine/model/model-source";
import { addDays } from "../../engine/time/zone";
import type { Day } from "../../engine/time/types";
import type { Directory } from "../people/directory";
import type { Models } from "./models";

/** A day from which new matters of a village follow another model. */
export interface ModelChange {
  day: Day;
  before: ModelSource | null;
  after: ModelSource | null;
  /** The kind of village that was approved for the day, where that is what changed it. */
  kind: string | null;
  /** The matter in which it was decided; null where it came with the installation. */
  decidedBy: string | null;
}

/** Every day on which a village's model changes or will change, oldest first; what is not settled is left out. */
export function modelChanges(directory: Directory, models: Models, place: string): ModelChange[] {
  const up = new Set(directory.upFrom(place).map(({ id }) => id));
  const adopted = directory.modelAdoptions.filter(({ unit }) => up.has(unit));
  const kinds = directory.kindsOf(place);
  const days = [
    ...adopted.map(({ from }) => from),
    ...adopted.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)])),
    ...kinds.map(({ from }) => from),
  ];
  const on = (day: Day): ModelSource | null | undefined => {
    const found = models.modelAt({ place, day });
    return found.ok ? (found.value?.model ?? null) : undefined;
  };
  return [...new Set(days)].sort().flatMap((day): ModelChange[] => {
    const [before, after] = [on(addDays(day, -1)), on(day)];
    if (before === undefined || after === undefined || before?.id === after?.id) return [];
    const approved = kinds.find(({ from }) => from === day);
    const decided = approved ?? adopted.find(({ from }) => from === day);
    const basis = { kind: approved?.kind ?? null, decidedBy: decided?.decidedBy ?? null };
    return [{ day, before, after, ...basis }];
  });
}

/** The last change that holds on a day, if there was a model before it: what was begun earlier goes on as it began. */
export function lastChange(changes: readonly ModelChange[], day: Day): ModelChange | undefined {
  return changes.findLast((change) => change.day <= day && change.before !== null);
}
