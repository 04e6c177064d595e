import { refuse } from "../../engine/errors";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import { dayOf, isDay } from "../../engine/time/zone";
import type { Result } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { ROSTER_PACKAGE } from "./find-rosters";
import { readTrainingBook } from "./training-book";

/** Steps that say of people whether they are trained. */
const SAYS: ReadonlySet<string> = new Set(["changePeople", "registerTraining"]);

/** What of a row shows a training from before the platform: all of it, or none. */
export const STATEMENT = ["priorPaper", "priorOn", "priorWhy"] as const;

/**
 * The same service, for which nobody's word alone trains an auxiliary on a roster. Where there is a training matter it
 * decides: who is in training is not trained, who has passed has the number of its certificate, whatever was entered.
 * Where there is none, a paper, its date and the reason have to be stated: else `duty/training-unproven`.
 */
export function withTrainingJudged(
  service: CaseService,
  parts: Pick<CaseParts, "database" | "store" | "now">,
): CaseService {
  async function judge(
    form: JsonObject,
    { place, known }: { place: string; known: JsonObject },
  ): Promise<Result<JsonObject>> {
    const rows = own(form, "rows");
    if (!Array.isArray(rows)) return { ok: true, value: form };
    const book = await readTrainingBook(parts, place);
    const judged: Json[] = [];
    for (const row of rows) {
      if (!isObject(row)) {
        judged.push(row);
        continue;
      }
      const person = personOf(row, known);
      const found = judgeRow(row, { ...person, book, today: dayOf(parts.now()) });
      if (found === null) {
        return { ok: false, refusal: refuse("duty/training-unproven", { name: person.name }) };
      }
      judged.push(found);
    }
    return { ok: true, value: { ...form, rows: judged } };
  }

  return {
    ...service,
    async start(person, input) {
      if (input.package !== ROSTER_PACKAGE) return service.start(person, input);
      const form = await judge(input.form, { place: input.place, known: {} });
      return form.ok ? service.start(person, { ...input, form: form.value }) : form;
    },
    async event(person, input) {
      if (!SAYS.has(input.event)) return service.event(person, input);
      const ask = { cases: [input.caseId], commands: [], sequences: [] };
      const matter = (await parts.store.read(ask)).cases.get(input.caseId);
      if (matter?.workflow !== ROSTER_PACKAGE) return service.event(person, input);
      const form = await judge(input.form, { place: matter.place.code, known: matter.data });
      return form.ok ? service.event(person, { ...input, form: form.value }) : form;
    },
  };
}

interface Rostered {
  name: string;
  post: string;
}

/** A row without a name is one that the roster has already. */
function personOf(row: JsonObject, known: JsonObject): Rostered {
  const rows = at(known, "rows");
  const same = (Array.isArray(rows) ? rows : [])
    .filter(isObject)
    .find((one) => own(one, "id") === own(row, "id"));
  const said = (key: string): string => {
    const value = own(row, key) ?? (same && own(same, key));
    return typeof value === "string" ? value.trim() : "";
  };
  return { name: said("name"), post: said("post") };
}

/** The row as it may be stored; null where somebody is said to be trained by nothing that shows it. */
function judgeRow(
  row: JsonObject,
  ask: Rostered & { book: ReadonlyMap<string, string | null>; today: string },
): JsonObject | null {
  const passed = ask.book.get(ask.name);
  const { training: _entered, priorPaper: _paper, priorOn: _on, priorWhy: _why, ...rest } = row;
  if (passed === null) return { ...rest, trained: "no" };
  if (passed !== undefined) return { ...rest, trained: "yes", training: passed };
  if (ask.post !== "auxiliary") return row;
  if (own(row, "trained") !== "yes") return rest;
  if (!isStated(row, ask.today)) return null;
  return { ...rest, ...Object.fromEntries(STATEMENT.map((key) => [key, own(row, key) ?? ""])) };
}

/** True where a row names the paper of an earlier training, its date, and why there is no training matter. */
export function isStated(row: JsonObject, today: string): boolean {
  const [paper, on, why] = STATEMENT.map((key) => own(row, key));
  const isSaid = [paper, why].every((text) => typeof text === "string" && text.trim() !== "");
  return isSaid && isDay(on) && on <= today;
}
