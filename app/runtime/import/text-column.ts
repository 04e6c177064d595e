import type { Column } from "./import-kind";

/** A column of texts, required unless said otherwise. */
export function textColumn(
  key: string,
  title: Column["title"],
  { example, required = true, most }: { example: string; required?: boolean; most?: number },
): Column {
  return { key, title, example, required, ...(most === undefined ? {} : { most }) };
}
