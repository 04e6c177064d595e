import type { HandOverInput, HandOverView } from "../runtime/api";
import { textOf } from "./form-data";

/** At most so many lines are read for what goes on. */
const MOST = 60;

/** A posted hand-over: the noted things that were ticked, the lines that were written, each piece of equipment. */
export function readHandOver(
  form: FormData,
  { notes, things }: Pick<HandOverView, "notes" | "things">,
): Pick<HandOverInput, "incoming" | "openItems" | "equipment" | "note"> {
  const ticked = new Set(form.getAll("goesOn").map(String));
  const [whats = [], numbers = []] = ["what", "number"].map((name) =>
    form.getAll(name).slice(0, MOST).map(written),
  );
  return {
    incoming: textOf(form, "incoming"),
    openItems: [
      ...notes
        .filter((_, index) => ticked.has(String(index)))
        .map(({ what, number }) => ({ what: what.slice(0, 120), number })),
      ...whats.map((what, index) => ({ what, number: numbers[index] ?? "" })),
    ],
    equipment: things.flatMap(({ value }) => {
      const state = textOf(form, `state.${value}`);
      if (state === "" || state === "none") return [];
      return [{ thing: value, state, note: textOf(form, `why.${value}`) }];
    }),
    note: textOf(form, "note"),
  };
}

function written(value: FormDataEntryValue): string {
  return typeof value === "string" ? value.trim() : "";
}
