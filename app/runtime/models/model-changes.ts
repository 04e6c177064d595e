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
}

/** Every day on which a village's model changes or will change, oldest first; what is not settled is left out. */
export function modelChanges(directory: Directory, models: Models, place: string): ModelChange[] {
  const up = new Set(directory.upFrom(place).map(({ id }) => id));
  const adopted = directory.modelAdoptions.filter(({ unit }) => up.has(unit));
  const days = [
    ...adopted.map(({ from }) => from),
    ...adopted.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)])),
    ...directory.kindsOf(place).map(({ from }) => from),
  ];
  const on = (day: Day): ModelSource | null | undefined => {
    const found = models.modelAt({ place, day });
    return found.ok ? (found.value?.model ?? null) : undefined;
  };
  return [...new Set(days)].sort().flatMap((day): ModelChange[] => {
    const [before, after] = [on(addDays(day, -1)), on(day)];
    if (before === undefined || after === undefined || before?.id === after?.id) return [];
    return [{ day, before, after }];
  });
}

/** The last change that holds on a day, if there was a model before it: what was begun earlier goes on as it began. */
export function lastChange(changes: readonly ModelChange[], day: Day): ModelChange | undefined {
  return changes.findLast((change) => change.day <= day && change.before !== null);
}
