import { parameterName, sayValue, unitOf } from "../../engine/change/parameter-words";
import { own } from "../../engine/json";
import type { ModelSource } from "../../engine/model/model-source";
import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import type { WorkflowSource } from "../../engine/workflow-source";
import type { VillageView } from "../api";
import type { VillageParts } from "./read-villages";
import { withParams } from "./village-way";

/** What runs in a village under its model, and which numbers it has otherwise than the packages as shipped. */
export async function processesOf(
  parts: Pick<VillageParts, "definitions">,
  ask: { model: ModelSource; place: string; day: Day },
): Promise<VillageView["processes"]> {
  const { model, place, day } = ask;
  const found: VillageView["processes"] = [];
  for (const [id, process] of Object.entries(model.processes)) {
    if (!process.on) continue;
    const at = { package: id, place, day };
    const isPlanned = process.planned === true;
    const resolved = isPlanned ? undefined : await parts.definitions.resolve(at);
    const workflow = resolved?.ok ? resolved.value : undefined;
    const title = process.title ?? workflow?.source.title;
    if (title === undefined) continue;
    found.push({
      ...{ title, isPlanned },
      says: isPlanned ? process.says : await withParams(parts, process.says, at),
      differs: workflow === undefined ? [] : differences(parts, workflow),
    });
  }
  return found;
}

function differences({ definitions }: Pick<VillageParts, "definitions">, here: Workflow): Text[] {
  const base: WorkflowSource | undefined = definitions.shipped(here.id);
  return Object.entries(here.source.parameters ?? {}).flatMap(([name, source]) => {
    const before = own(base?.parameters, name);
    if (before === undefined) return [];
    if (JSON.stringify(before.value) === JSON.stringify(source.value)) return [];
    const unit = unitOf(here.source, name);
    const [is, was] = [source, before].map(({ schema, value }) => sayValue(schema, value, unit));
    const title = parameterName(source);
    if (is === undefined || was === undefined) return [];
    return [
      {
        zh: `${title.zh}：${is.zh}（通行的是 ${was.zh}）`,
        en: `${title.en ?? title.zh}: ${is.en ?? is.zh} (usually ${was.en ?? was.zh})`,
      },
    ];
  });
}
