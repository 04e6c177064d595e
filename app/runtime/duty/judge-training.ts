import { at, isObject, own, type JsonObject } from "../../engine/json";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { ROSTER_PACKAGE } from "./find-rosters";
import { readTrainingBook } from "./training-book";

/** Steps that say of people whether they are trained. */
const SAYS: ReadonlySet<string> = new Set(["changePeople", "registerTraining"]);

/**
 * The same service, for which nobody's word counts on a roster where the training package knows better: who is in
 * training is not trained, and who has passed has the number of the certificate, whatever was entered.
 */
export function withTrainingJudged(
  service: CaseService,
  parts: Pick<CaseParts, "database" | "store">,
): CaseService {
  async function judge(
    form: JsonObject,
    { place, known }: { place: string; known: JsonObject },
  ): Promise<JsonObject> {
    const rows = own(form, "rows");
    if (!Array.isArray(rows)) return form;
    const book = await readTrainingBook(parts, place);
    return {
      ...form,
      rows: rows.map((row) => (isObject(row) ? judgeRow(row, nameOf(row, known), book) : row)),
    };
  }

  return {
    ...service,
    async start(person, input) {
      if (input.package !== ROSTER_PACKAGE) return service.start(person, input);
      const form = await judge(input.form, { place: input.place, known: {} });
      return service.start(person, { ...input, form });
    },
    async event(person, input) {
      if (!SAYS.has(input.event)) return service.event(person, input);
      const ask = { cases: [input.caseId], commands: [], sequences: [] };
      const matter = (await parts.store.read(ask)).cases.get(input.caseId);
      if (matter?.workflow !== ROSTER_PACKAGE) return service.event(person, input);
      const form = await judge(input.form, { place: matter.place.code, known: matter.data });
      return service.event(person, { ...input, form });
    },
  };
}

/** A row without a name is one that the roster has already. */
function nameOf(row: JsonObject, known: JsonObject): string {
  const written = own(row, "name");
  if (typeof written === "string") return written.trim();
  const rows = at(known, "rows");
  const same = (Array.isArray(rows) ? rows : []).find(
    (one) => isObject(one) && one["id"] === row["id"],
  );
  const name = isObject(same) ? own(same, "name") : undefined;
  return typeof name === "string" ? name : "";
}

function judgeRow(
  row: JsonObject,
  name: string,
  book: ReadonlyMap<string, string | null>,
): JsonObject {
  const passed = book.get(name);
  if (passed === undefined) return row;
  const { training: _entered, ...rest } = row;
  return passed === null
    ? { ...rest, trained: "no" }
    : { ...rest, trained: "yes", training: passed };
}
