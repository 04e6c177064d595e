import type { DataWrite, NumberUsed } from "../case";
import { at, type JsonObject } from "../json";
import { dayOf } from "../time/zone";
import type { Instant } from "../time/types";
import type { NumberSource } from "../workflow-source";
import type { Workflow } from "../workflow";
import type { Situation } from "./situation";

interface NumberPlace {
  place: { code: string; name: string };
  owner: { id: string; name: string };
}

/** The counter that a number is taken from: one for each package, number and scope. */
export function sequenceKey(
  workflow: Workflow,
  name: string,
  source: NumberSource,
  where: NumberPlace,
  moment: Instant,
): string {
  const parts = source.scope.map((part) =>
    part === "year"
      ? dayOf(moment).slice(0, 4)
      : part === "unit"
        ? where.owner.id
        : where.place.code,
  );
  return [workflow.id, name, ...parts].join("/");
}

/** The counters that an event may use: the writer locks and reads them before the step. */
export function sequencesFor(
  workflow: Workflow,
  event: string,
  where: NumberPlace,
  moment: Instant,
): string[] {
  return Object.entries(workflow.source.numbers ?? {})
    .filter(([, source]) => source.on.includes(event))
    .map(([name, source]) => sequenceKey(workflow, name, source, where, moment));
}

/** Takes the numbers that this event uses; one that the matter already has is kept, so none is used twice. */
export function takeNumbers(
  situation: Situation,
  event: string | null,
  data: JsonObject,
): { writes: DataWrite[]; used: NumberUsed[]; caseNumber: string | null } {
  const { workflow, matter, command, numbers } = situation;
  const result = {
    writes: [] as DataWrite[],
    used: [] as NumberUsed[],
    caseNumber: null as string | null,
  };
  for (const [name, source] of Object.entries(workflow.source.numbers ?? {})) {
    if (event === null || !source.on.includes(event)) continue;
    const isCaseNumber = source.into === "case.number";
    const path = source.into.replace(/^data\./, "");
    if (isCaseNumber ? matter.number !== null : at(data, path) !== undefined) continue;
    const key = sequenceKey(workflow, name, source, matter, command.occurredAt);
    const value = (numbers[key] ?? 0) + 1;
    const formatted = formatNumber(source.format, {
      value,
      where: matter,
      moment: command.occurredAt,
    });
    result.used.push({ name, key, value, formatted });
    if (isCaseNumber) result.caseNumber = formatted;
    else result.writes.push({ path, value: formatted });
  }
  return result;
}

/** `{year}` `{place}` `{unit}` `{seq:4}` filled in; a village's name is written without its 村. */
function formatNumber(
  format: string,
  ask: { value: number; where: NumberPlace; moment: Instant },
): string {
  return format.replace(
    /\{(\w+)(?::(\d+))?\}/g,
    (whole, name: string, width: string | undefined) => {
      switch (name) {
        case "year":
          return dayOf(ask.moment).slice(0, 4);
        case "place":
          return ask.where.place.name.replace(/[村]$/, "");
        case "unit":
          return ask.where.owner.name;
        case "seq":
          return String(ask.value).padStart(Number(width ?? 1), "0");
        default:
          return whole;
      }
    },
  );
}
