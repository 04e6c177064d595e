import type { Json } from "../json";
import { pointerTo } from "../json-pointer";
import type { Text } from "../text";
import type { NoticeSource } from "../notice-source";

/** A text with places to fill in, and where it stands. */
export interface PlacedText {
  text: string;
  pointer: string;
}

/** Every language of a text. */
export function both(text: Text, pointer: string): PlacedText[] {
  return Object.entries(text).map(([language, written]) => ({
    text: String(written),
    pointer: pointerTo(pointer, language),
  }));
}

/** Every string within a value. */
export function textsIn(value: Json, pointer: string): PlacedText[] {
  if (typeof value === "string") return [{ text: value, pointer }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    textsIn(member as Json, pointerTo(pointer, key)),
  );
}

/** Everything that a notice says; `ofItem` is true for its columns, which read one item each time. */
export function templatesOfNotice(
  name: string,
  notice: NoticeSource,
): (PlacedText & { ofItem: boolean })[] {
  const pointer = pointerTo("/workflow/notices", name);
  const whole = (["title", "text", "places", "contact"] as const).flatMap((key) => {
    const text = notice[key];
    return text === undefined ? [] : both(text, pointerTo(pointer, key));
  });
  const cells = Object.entries(notice.columns).map(([key, { value }]) => ({
    text: value,
    pointer: pointerTo(pointer, "columns", key, "value"),
  }));
  return [
    ...whole.map((one) => ({ ...one, ofItem: false })),
    ...cells.map((one) => ({ ...one, ofItem: true })),
  ];
}
