import { usesOf } from "../../engine/change/parameter-uses";
import { parameterName, sayRange, sayValue, unitOf } from "../../engine/change/parameter-words";
import { sameScope, type ChangeScope } from "../../engine/change/proposal";
import { own, sameJson, type Json } from "../../engine/json";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { DefinitionDocument, ParameterSource } from "../../engine/workflow-source";
import type { ParameterRow, ProposalRow, Result, RulesPage, Session } from "../api";
import { legalText } from "../cases/legal-text";
import { countiesOf, countyFor } from "./county";
import type { DeskParts } from "./desk-parts";
import { isOpen } from "./edit-draft";
import type { Ground } from "./ground";
import { ruleRows } from "./rule-rows";
import { dayOfText, proposalRow } from "./view-proposal";

/** Every parameter of every package of a county, and the changes on their way. */
export async function readRules(
  parts: DeskParts,
  session: Pick<Session, "person">,
  unit: string | null,
): Promise<Result<RulesPage>> {
  const { person } = session;
  const now = parts.now();
  const county = countyFor(parts.directory(), { person, now, unit });
  if (!county.ok) return county;
  const { id, name } = county.value;
  return {
    ok: true,
    value: {
      county: { id, name },
      counties: countiesOf(parts.directory(), person, now).map((one) => ({
        id: one.id,
        name: one.name,
      })),
      packages: groundsOf(parts, { unit: id, model: null }).flatMap((ground) => {
        const parameters = withModels(parts, ground, parameterRows(ground));
        const { title } = ground.document.workflow;
        const one = { id: ground.loaded.id, title, parameters, rules: ruleRows(ground) };
        return parameters.length + one.rules.length === 0 ? [] : [one];
      }),
      proposals: await onTheirWay(parts, session, (scope) => scope.unit === id),
    },
  };
}

/** What a county's changes of each package stand on; packages that cannot be put together are left out. */
export function groundsOf(parts: DeskParts, scope: Omit<ChangeScope, "package">): Ground[] {
  const day = dayOf(parts.now());
  return parts.packages.flatMap(({ id }) => {
    const found = parts.grounds.find({ ...scope, package: id }, day);
    return found.ok ? [found.value] : [];
  });
}

/** Proposals that are neither published nor withdrawn; those that wait for this person first. */
export async function onTheirWay(
  parts: DeskParts,
  { person }: Pick<Session, "person">,
  isAsked: (scope: ChangeScope) => boolean,
): Promise<ProposalRow[]> {
  const units = countiesOf(parts.directory(), person, parts.now()).map(({ id }) => id);
  const all = await parts.proposals.list({ units });
  const open = all.filter(({ status, scope }) => status !== "published" && isAsked(scope));
  const rows = open.flatMap((proposal) => {
    const ground = parts.grounds.find(proposal.scope, dayOf(parts.now()));
    return ground.ok ? [proposalRow(parts, { proposal, ground: ground.value, person })] : [];
  });
  return rows.sort((a, b) => Number(b.isMine) - Number(a.isMine));
}

/** The parameters of a package as new matters use them, in the order of the package. */
export function parameterRows(ground: Ground): ParameterRow[] {
  const { document, parent, loaded } = ground;
  return Object.entries(document.workflow.parameters ?? {}).map(([name, parameter]) => {
    const unit = unitOf(document.workflow, name);
    const say = (source: ParameterSource): Text => sayValue(source.schema, source.value, unit);
    const { deadlines, rules } = usesOf(document, name);
    return {
      name,
      title: parameterName(parameter),
      value: say(parameter),
      byModel: [],
      standard: say(standardOf(loaded.document, name) ?? parameter),
      range: sayRange(parameter, unit) ?? null,
      legal: legalText({ source: document.workflow }, parameter) ?? null,
      uses: [...deadlines, ...rules].map(({ title }) => title),
      isOpen: isOpen(document, name),
      isChanged: !sameJson(parameter.value, valueIn(parent, name)),
      notes: notesOf(ground, name),
    };
  });
}

/** The rows with what villages under a model have instead, now or from a day to come. */
function withModels(
  { grounds }: DeskParts,
  { scope, day }: Ground,
  rows: readonly ParameterRow[],
): ParameterRow[] {
  const others = grounds.models(scope.unit, day).flatMap(({ id, title }) => {
    const found = grounds.find({ ...scope, model: id }, day);
    return found.ok ? [{ title, rows: parameterRows(found.value) }] : [];
  });
  return rows.map((row) => {
    const theirs = others.flatMap(({ title, rows: all }) =>
      all
        .filter(({ name }) => name === row.name)
        .map(({ value, notes }) => ({ title, value, notes })),
    );
    return {
      ...row,
      byModel: theirs
        .filter(({ value }) => value.zh !== row.value.zh)
        .map(({ title, value }) => ({ model: title, value })),
      notes: [
        ...row.notes,
        ...theirs.flatMap(({ title, notes }) => notes.map((note) => noteOfModel(title, note))),
      ],
    };
  });
}

function noteOfModel(model: Text, note: Text): Text {
  return {
    zh: `${model.zh}：${note.zh}`,
    en: `${model.en ?? model.zh}: ${note.en ?? note.zh}`,
  };
}

function standardOf({ workflow }: DefinitionDocument, name: string): ParameterSource | undefined {
  return own(workflow.parameters, name);
}

function valueIn(document: DefinitionDocument, name: string): Json | undefined {
  return standardOf(document, name)?.value;
}

/** A version to come that sets it otherwise, an exemption that runs or has run out. */
export function notesOf({ current, latest, scope, day, document }: Ground, name: string): Text[] {
  const notes: Text[] = [];
  const exemption = current?.exemptions.find(({ parameter }) => parameter === name);
  if (exemption !== undefined) {
    const until = dayOfText(exemption.until);
    notes.push(
      exemption.until < day
        ? {
            zh: `降标准备案已于${until.zh}到期，新事项按下限办。`,
            en: `The exemption ended on ${until.en}; new matters use the floor.`,
          }
        : { zh: `降标准备案到${until.zh}为止。`, en: `An exemption runs until ${until.en}.` },
    );
  }
  if (latest !== null && latest.from > day && sameScope(latest.scope, scope)) {
    const path = `/workflow/parameters/${name}/value`;
    const coming = latest.patch.find((one) => one.op === "replace" && one.path === path);
    const parameter = own(document.workflow.parameters, name);
    if (coming?.op === "replace" && parameter !== undefined) {
      const value = sayValue(parameter.schema, coming.value, unitOf(document.workflow, name));
      const from = dayOfText(latest.from);
      notes.push({
        zh: `${from.zh}起改为 ${value.zh}。`,
        en: `${value.en ?? value.zh} from ${from.en} on.`,
      });
    }
  }
  return notes;
}
