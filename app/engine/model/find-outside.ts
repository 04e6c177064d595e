import type { Json, JsonObject } from "../json";
import { RefusalError } from "../refusal";
import type { Validator } from "../validation/validator";

/**
 * Why a value lies outside the ranges that hold for it, in words; null where it fits them all. A range that cannot
 * be compiled lets nothing through.
 */
export function findOutside(
  value: Json,
  { validator, ranges }: { validator: Validator; ranges: readonly (JsonObject | undefined)[] },
): { zh: string; en: string } | null {
  for (const range of ranges) {
    if (range === undefined) continue;
    try {
      const [fault] = validator.compile(range)(value);
      if (fault !== undefined) {
        const { zh, en } = fault.message;
        return { zh, en: en ?? zh };
      }
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
      const { zh, en } = cause.refusal.message;
      return { zh, en: en ?? zh };
    }
  }
  return null;
}
