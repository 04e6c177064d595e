import { usesOf } from "../../engine/change/parameter-uses";
import {
  parameterName,
  sayRange,
  sayValue,
  unitOf,
  unitWord,
  type ParameterUnit,
} from "../../engine/change/parameter-words";
import { readParameter, writeParameter } from "../../engine/change/read-parameter";
import {
  isVersion,
  sameScope,
  type ChangeScope,
  type Proposal,
  type Version,
} from "../../engine/change/proposal";
import { sayParameterChange } from "../../engine/change/say-change";
import { refuse } from "../../engine/errors";
import { isObject, own, sameJson, type Json } from "../../engine/json";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import { floorOf, isBelowFloor, mayLowerFloor } from "../../engine/variant/floor";
import type { ParameterSource } from "../../engine/workflow-source";
import type { ParameterControl, ParameterPage, Result, ScopeAsk, Session } from "../api";
import { legalText } from "../cases/legal-text";
import { countyFor } from "./county";
import type { DeskParts } from "./desk-parts";
import { isOpen, readEdit } from "./edit-draft";
import { patched } from "./draft-document";
import type { Ground } from "./ground";
import { touchedMatters } from "./touched-matters";
import { dayOfText, scopeTitle, versionRow, viewProposal } from "./view-proposal";
import { modelsFor } from "./view-scope";
import { groundsOf, notesOf, onTheirWay, parameterRows } from "./view-rules";

/** One parameter: what it is, what another value would do, and how a change of it stands. `value` is what was typed. */
export async function readParameterPage(
  parts: DeskParts,
  session: Pick<Session, "person">,
  ask: ScopeAsk & { package: string; parameter: string; value: string | null },
): Promise<Result<ParameterPage>> {
  const { person } = session;
  const county = countyFor(parts.directory(), { person, now: parts.now(), unit: ask.unit });
  if (!county.ok) return county;
  const { id: unit, name: countyName } = county.value;
  const scope: ChangeScope = { unit, package: ask.package, model: ask.model };
  const found = parts.grounds.find(scope, dayOf(parts.now()));
  if (!found.ok) return found;
  const ground = found.value;
  const parameter = own(ground.document.workflow.parameters, ask.parameter);
  if (parameter === undefined) return { ok: false, refusal: refuse("change/unknown-parameter") };

  const draft = (await parts.service.findDraft(person, scope)) ?? null;
  // A version to come counts as it was written; of one that holds, what an exemption gave may have run out.
  const coming = ground.latest?.id === ground.current?.id ? null : ground.latest;
  const standing = valueOf(ground, ask.parameter, coming) ?? parameter.value;
  const start = valueOf(ground, ask.parameter, draft) ?? standing;
  const workflow = ground.document.workflow;
  const counted = unitOf(workflow, ask.parameter);
  const typed = ask.value ?? writeParameter(start, counted);
  const read = readParameter(parameter.schema, typed, counted);
  const value = read ?? start;
  const edit = { parameter: ask.parameter, value: typed, exemption: stillToBeSaid };
  const fault = ask.value === null ? null : readEdit(ground, edit, parts.grounds.validator);
  const shipped = own(ground.parent.workflow.parameters, ask.parameter) ?? parameter;
  // Fields for an exemption only where one can be had.
  const isUnder = isBelowFloor(shipped, value) && mayLowerFloor(shipped, ground.parent.workflow);
  const uses = usesOf(ground.document, ask.parameter);
  const titles = (list: { title: Text }[]): Text[] => list.map(({ title }) => title);
  const exemption = draft?.exemptions.find((one) => one.parameter === ask.parameter);
  const row = parameterRows(ground).find(({ name }) => name === ask.parameter);
  return {
    ok: true,
    value: {
      county: { id: unit, name: countyName },
      package: { id: ask.package, title: workflow.title },
      name: ask.parameter,
      title: parameterName(parameter),
      help: parameter.help ?? null,
      control: controlOf(shipped, { typed, value, unit: counted }),
      range: sayRange(shipped, counted) ?? null,
      isOpen: isOpen(ground.document, ask.parameter),
      fault: fault === null || fault.ok ? null : fault.refusal,
      sentence: sayParameterChange({
        workflow,
        name: ask.parameter,
        from: standing,
        to: value,
        scope: scopeTitle(parts, ground),
        elsewhere: valueElsewhere(parts, ground, ask.parameter),
      }),
      floor: isUnder ? sayValue(shipped.schema, floorOf(shipped) ?? null, counted) : null,
      exemption: { reason: exemption?.reason ?? "", until: exemption?.until ?? "" },
      models: modelsFor(parts, ground),
      model: ask.model,
      touched: await touchedMatters(parts, {
        ground,
        deadlines: uses.deadlines.map(({ name }) => name),
        parameter: ask.parameter,
        value,
      }),
      source: {
        standard: row?.standard ?? { zh: "—" },
        parent: sayValue(shipped.schema, shipped.value, counted),
        legal: legalText({ source: workflow }, parameter) ?? null,
        uses: {
          deadlines: titles(uses.deadlines),
          states: titles(uses.states),
          rules: uses.rules,
        },
        last: lastChange(ground, ask.parameter, parts.log.versions()),
        notes: notesOf(ground, ask.parameter),
      },
      draft: draft && (await viewProposal(parts, { proposal: draft, ground, person })),
      others: await onTheirWay(parts, session, (one) => sameScope(one, scope)),
      versions: versionsOf(parts, ground),
      list: groundsOf(parts, { unit, model: ask.model }).map((one) => ({
        id: one.loaded.id,
        title: one.document.workflow.title,
        parameters: parameterRows(one).map(({ name, title, value, isChanged }) => ({
          name,
          title,
          value,
          isChanged,
        })),
      })),
    },
  };
}

/** While a value is only looked at, the exemption that it may need is still to be written. */
const stillToBeSaid = { reason: "—", until: "9999-12-31" };

/** Every version of a scope, the latest first. */
export function versionsOf(parts: DeskParts, ground: Ground): ParameterPage["versions"] {
  return parts.log
    .versions()
    .filter(({ scope }) => sameScope(scope, ground.scope))
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map((version) => versionRow(parts, { version, ground }));
}

/** The value that a proposal gives the parameter; undefined where it no longer fits. */
function valueOf(ground: Ground, name: string, proposal: Proposal | null): Json | undefined {
  if (proposal === null) return undefined;
  const made = patched(ground.parent, proposal.patch);
  return made.ok ? own(made.value.workflow.parameters, name)?.value : undefined;
}

/** What the villages that a scope leaves out have: null where there are none, undefined where they differ. */
function valueElsewhere(
  { grounds }: DeskParts,
  ground: Ground,
  name: string,
): Json | null | undefined {
  if (ground.scope.model === null) return null;
  const documents = grounds.elsewhere(ground);
  const values = documents.map(({ workflow }) => own(workflow.parameters, name)?.value);
  const [first, ...rest] = values;
  if (documents.length === 0) return null;
  return rest.every((value) => sameJson(value, first)) ? first : undefined;
}

interface Typed {
  typed: string;
  value: Json;
  unit: ParameterUnit;
}

function controlOf({ schema }: ParameterSource, { typed, value, unit }: Typed): ParameterControl {
  const word = unitWord(unit);
  const base = { value: typed, unit: word, options: [], less: null, more: null };
  const choices = own(schema, "type") === "boolean" ? [true, false] : own(schema, "enum");
  if (Array.isArray(choices)) {
    const options = choices.map((one) => ({
      value: String(one),
      label: sayValue(schema, one, unit),
    }));
    return { ...base, kind: "choice", options };
  }
  if (isObject(own(schema, "items"))) return { ...base, kind: "list" };
  if (typeof value !== "number") return { ...base, kind: "text" };
  if (own(schema, "type") !== "integer" || unit === "fen") return { ...base, kind: "number" };
  const most = own(schema, "maximum");
  return {
    ...base,
    kind: "number",
    less: value > 0 ? String(value - 1) : null,
    more: typeof most === "number" && value >= most ? null : String(value + 1),
  };
}

/** When the parameter was changed last, and from what: 2026年9月28日起，5 个工作日改为 7 个工作日. */
function lastChange(ground: Ground, name: string, versions: readonly Version[]): Text | null {
  const own = versions
    .filter(
      (version) =>
        isVersion(version) && sameScope(version.scope, ground.scope) && version.from <= ground.day,
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const values = own.map((version) => ({
    from: version.from,
    value: valueOf(ground, name, version),
  }));
  const parameter = ground.parent.workflow.parameters?.[name];
  if (parameter === undefined) return null;
  const unit = unitOf(ground.parent.workflow, name);
  let before: Json = parameter.value;
  let last: Text | null = null;
  for (const { from, value } of values) {
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before)) continue;
    const [was, is] = [
      sayValue(parameter.schema, before, unit),
      sayValue(parameter.schema, value, unit),
    ];
    const day = dayOfText(from);
    last = {
      zh: `${day.zh}起，${was.zh}改为 ${is.zh}`,
      en: `from ${day.en}: ${was.en ?? was.zh} to ${is.en ?? is.zh}`,
    };
    before = value;
  }
  return last;
}
