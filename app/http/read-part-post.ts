import type { SavePartInput } from "../runtime/api";
import { textOf } from "./form-data";

/** What the page of parts posts: their texts with what is said of the change. `remove:<part>` takes a part out. */
export interface PartPost {
  intent: string;
  /** A part that is to be opened beside the others. */
  another: string;
  save: SavePartInput;
}

/** Reads the post of a page of parts. Whatever is missing is empty: the runtime refuses what it cannot use. */
export function readPartPost(formData: FormData, packageId: string): PartPost {
  const intent = textOf(formData, "intent");
  const removed = intent.startsWith("remove:") ? intent.slice("remove:".length) : undefined;
  const texts = formData.getAll("text").map(String);
  const seen = textOf(formData, "revision");
  const edits = formData
    .getAll("part")
    .map(String)
    .map((part, index) => ({
      part,
      text: part === removed ? null : unixLines(texts[index] ?? ""),
    }));
  return {
    intent,
    another: textOf(formData, "another"),
    save: {
      unit: textOf(formData, "unit") || null,
      model: textOf(formData, "model") || null,
      package: packageId,
      edits,
      why: textOf(formData, "why"),
      wantedFrom: textOf(formData, "wantedFrom"),
      revision: seen === "" ? null : Number(seen),
    },
  };
}

/** A posted text area ends its lines as mail does. */
function unixLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
