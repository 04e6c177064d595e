import type { JsonObject } from "../../engine/json";
import type { DemoStep } from "./demo-matter";

/** A step so many days before today at an hour; `child` where it is taken in a matter that this one has opened. */
export function stepAt(
  by: string,
  event: string,
  [daysAgo, at]: readonly [daysAgo: number, at: string],
  { form = {}, child }: { form?: JsonObject; child?: DemoStep["child"] } = {},
): DemoStep {
  return { by, event, form, when: { daysAgo, at }, ...(child === undefined ? {} : { child }) };
}
