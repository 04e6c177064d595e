import type { SetShiftsInput } from "../runtime/api";

type Cells = SetShiftsInput["cells"];

/** At most so many cells are changed with one press: a month of one person. */
const MOST = 62;

/**
 * The cells of a posted roster form: one of a cell's form, those of a person's line that were changed, or those of a
 * proposed change (`row~day~was~shift`, parted by `|`). What is not whole is left out.
 */
export function readCells(form: FormData): Cells {
  const fix = form.get("fix");
  if (typeof fix === "string" && fix !== "") return fix.split("|").slice(0, MOST).flatMap(readFix);
  const row = text(form.get("row"));
  const [days, wases, shifts] = ["day", "was", "shift"].map((name) =>
    form.getAll(name).map(text).slice(0, MOST),
  );
  const place = text(form.get("place"));
  return (days ?? []).flatMap((day, index) => {
    const was = wases?.[index] ?? "";
    const chosen = shifts?.[index];
    if (chosen === undefined) return [];
    const shift = form.has("place") ? withPlace(chosen, place) : chosen;
    return shift === was ? [] : [{ row, day, was, shift }];
  });
}

function readFix(written: string): Cells {
  const [row, day, was, shift, ...more] = written.split("~");
  return row !== undefined && day !== undefined && was !== undefined && shift && more.length === 0
    ? [{ row, day, was, shift }]
    : [];
}

/** Only the police room and village days have places; several that stand there already stay with their first. */
function withPlace(shift: string, place: string): string {
  const [word = "", places = ""] = shift.split("：");
  if (word !== "警务室" && word !== "下村") return word;
  if (places.split("/")[0] === place) return shift;
  return place === "" ? word : `${word}：${place}`;
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
