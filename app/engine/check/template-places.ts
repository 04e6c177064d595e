import type { Json } from "../json";
import { pointerTo } from "../json-pointer";
import type { Text } from "../text";
import type { NoticeSource } from "../notice-source";
import type { PaperBlock } from "../workflow-source";

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

/** A list that a block goes over, and the texts that read one item of it each time. */
export interface ListWalk {
  over: string | undefined;
  pointer: string;
  texts: PlacedText[];
}

/** Every list that a block of a paper goes over. */
export function listsOfBlock(block: PaperBlock, pointer: string): ListWalk[] {
  const over = pointerTo(pointer, "over");
  switch (block.block) {
    case "table": {
      const texts = block.columns.flatMap((column, k) =>
        both(column.value, pointerTo(pointer, "columns", k, "value")),
      );
      return [{ over: block.over, pointer: over, texts }];
    }
    case "signatures": {
      const texts = block.signers.flatMap((signer, k) =>
        both(signer.label, pointerTo(pointer, "signers", k, "label")),
      );
      return [{ over: block.over, pointer: over, texts }];
    }
    case "grid": {
      const { head, columns, cells } = block;
      const ofCell = (key: "framed" | "cells", name: string, texts: PlacedText[]): ListWalk => ({
        over: `${block.over}[*].${name}`,
        pointer: key === "cells" ? pointerTo(pointer, "cells", "from") : pointerTo(pointer, key),
        texts,
      });
      return [
        {
          over: block.over,
          pointer: over,
          texts: both(head.value, pointerTo(pointer, "head", "value")),
        },
        {
          over: columns.over,
          pointer: pointerTo(pointer, "columns", "over"),
          texts: both(columns.title, pointerTo(pointer, "columns", "title")),
        },
        ofCell("cells", cells.from, both(cells.value, pointerTo(pointer, "cells", "value"))),
        ...(block.framed === undefined ? [] : [ofCell("framed", block.framed, [])]),
      ];
    }
    case "heading":
    case "number":
    case "text":
    case "fields":
    case "seal":
    case "qr":
    case "pageBreak":
      return [];
  }
}
