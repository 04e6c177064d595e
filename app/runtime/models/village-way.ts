import type { Json, JsonObject } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import type { ModelSource } from "../../engine/model/model-source";
import { fillText } from "../../engine/projection/template";
import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import type { StateCount } from "../../storage/village-counts";
import type { VillageView } from "../api";
import type { VillageParts } from "./read-villages";

/** A matter stands at the last stop that names one of the states it is in. */
export async function wayOf(
  parts: VillageParts,
  ask: { model: ModelSource; counts: readonly StateCount[]; place: string; today: Day },
): Promise<VillageView["way"]> {
  const { way } = ask.model;
  const totals = way.stops.map(() => 0);
  for (const { package: id, state, count } of ask.counts) {
    const names = leavesOf(state).flatMap((leaf) => leaf.split("."));
    const at = way.stops.findLastIndex(({ states }) =>
      names.some((name) => states.includes(`${id}/${name}`)),
    );
    if (at >= 0) totals[at] = (totals[at] ?? 0) + count;
  }
  const stops = [];
  for (const [i, { title, who, states }] of way.stops.entries()) {
    const packageId = states[0]?.split("/")[0] ?? "";
    const says = await withParams(parts, who, {
      package: packageId,
      place: ask.place,
      day: ask.today,
    });
    stops.push({ title, who: says, count: totals[i] ?? 0 });
  }
  return { title: way.title, stops };
}

/** A model's sentence with the parameters that the village's matters really get. */
export async function withParams(
  { definitions }: Pick<VillageParts, "definitions">,
  text: Text,
  ask: { package: string; place: string; day: Day },
): Promise<Text> {
  if (!text.zh.includes("{{")) return text;
  const resolved = await definitions.resolve(ask);
  const params: JsonObject = resolved.ok ? (resolved.value.params as JsonObject) : {};
  const displays = resolved.ok ? resolved.value.registry.displays : new Map<string, never>();
  const scope: { [root: string]: Json } = { params };
  return fillText(text, { scope, dataSchema: {}, displays, blank: "—", today: ask.day });
}
