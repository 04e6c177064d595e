import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { findByName, handoverKind, HANDOVERS, namesOn, type HandoverKind } from "./handover-people";
import { readOpenList, type OpenMatter } from "./read-open-list";

/** How many matters a refusal names. */
const MOST_NAMED = 3;

/**
 * The same service, for which a list of what is handed over says what is really with the giver, whatever was entered:
 * it is frozen by the step that lists it. Nobody leaves a post while a matter is still with them and nobody else.
 * Refuses `handover/unknown-person`, `handover/open-matters`.
 */
export function withLists(
  service: CaseService,
  parts: CaseParts,
  moved: (caseId: string) => Promise<void>,
): CaseService {
  async function fill(
    kind: HandoverKind,
    form: JsonObject,
    { known, place }: { known: JsonObject; place: string },
  ): Promise<JsonObject | Refusal> {
    const names = namesOn({ workflow: kind, data: { ...known, ...form } });
    const [giver, taker] = [names.giver, names.taker].map((name) =>
      findByName(parts.directory(), { name, place, now: parts.now() }),
    );
    if (giver === undefined) return refuse("handover/unknown-person", { name: names.giver });
    if (taker === undefined) return refuse("handover/unknown-person", { name: names.taker });
    const listed = await readOpenList(parts, { giver: giver.id, taker });
    const wanted = new Map(
      [...rowsOf(known), ...rowsOf(form)].map((row) => [String(row["number"]), row]),
    );
    const matters = listed.map((one) => toRow(kind, one, wanted.get(one.number)));
    const filled: JsonObject = { ...form, matters };
    if (kind === "staff-move") filled["nothingOpen"] = listed.length === 0 ? "yes" : "no";
    return filled;
  }

  async function refuseEnd(matter: Case): Promise<Refusal | null> {
    // What was signed for goes first; what has come since, or could not go, is still there.
    await moved(matter.id);
    const { giver: name } = namesOn(matter);
    const place = matter.place.code;
    const giver = findByName(parts.directory(), { name, place, now: parts.now() });
    if (giver === undefined) return null;
    const open = await readOpenList(parts, { giver: giver.id });
    if (open.length === 0) return null;
    const named = open.slice(0, MOST_NAMED).map(({ number }) => number);
    const first = named.join("、") + (open.length > MOST_NAMED ? "…" : "");
    return refuse("handover/open-matters", { name, count: open.length, first });
  }

  return {
    ...service,
    async start(person, input) {
      const kind = handoverKind(input.package);
      if (kind === undefined || !listsOf(kind).includes("start"))
        return service.start(person, input);
      const form = await fill(kind, input.form, { known: {}, place: input.place });
      if (isRefusal(form)) return { ok: false, refusal: form };
      return service.start(person, { ...input, form });
    },
    async event(person, input) {
      const { event, caseId } = input;
      if (!STEPS.has(event)) return service.event(person, input);
      const ask = { cases: [caseId], commands: [], sequences: [] };
      const matter = (await parts.store.read(ask)).cases.get(caseId);
      const kind = matter && handoverKind(matter.workflow);
      if (matter?.status !== "open" || kind === undefined) return service.event(person, input);
      if (event === HANDOVERS[kind].ends) {
        const refusal = await refuseEnd(matter);
        return refusal === null ? service.event(person, input) : { ok: false, refusal };
      }
      if (!listsOf(kind).includes(event)) return service.event(person, input);
      const place = matter.place.code;
      const form = await fill(kind, input.form, { known: matter.data, place });
      if (isRefusal(form)) return { ok: false, refusal: form };
      return service.event(person, { ...input, form });
    },
  };
}

const STEPS: ReadonlySet<string> = new Set(
  Object.values(HANDOVERS).flatMap(({ lists, ends }) => [
    ...lists,
    ...(ends === null ? [] : [ends]),
  ]),
);

function listsOf(kind: HandoverKind): readonly string[] {
  return HANDOVERS[kind].lists;
}

function isRefusal(value: JsonObject | Refusal): value is Refusal {
  return typeof value["code"] === "string" && "message" in value;
}

function rowsOf(data: JsonObject): JsonObject[] {
  const rows = own(data, "matters");
  return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/** A row as it is; of what was entered only to whom it goes, and whether it stays there. */
function toRow(kind: HandoverKind, one: OpenMatter, wanted: JsonObject | undefined): JsonObject {
  const { number, kind: title, place, what, due, recused } = one;
  const asked: Json | undefined = wanted === undefined ? undefined : at(wanted, "to");
  const usual = recused ? "chief" : HANDOVERS[kind].takerWord;
  const row: JsonObject = {
    ...{ number: number.slice(0, 40), kind: title.slice(0, 60), place: place.slice(0, 40) },
    ...{
      what: what.slice(0, 120) || "办理中",
      due: due.slice(0, 40),
      recused: recused ? "yes" : "no",
    },
    // What must stand back goes to the chief, whatever was asked.
    to: recused ? usual : typeof asked === "string" ? asked : usual,
  };
  const { id } = wanted ?? {};
  if (kind === "staff-move.handover") row["stays"] = wanted?.["stays"] === "yes" ? "yes" : "no";
  return typeof id === "string" ? { id, ...row } : row;
}
