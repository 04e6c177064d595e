import { parameterName, sayRange, sayValue, unitOf } from "../../engine/change/parameter-words";
import { refuse } from "../../engine/errors";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import { findDefinitionLayers } from "../../engine/model/definition-layers";
import { findOutside } from "../../engine/model/find-outside";
import type { ModelSource } from "../../engine/model/model-source";
import { readSetting, writeSetting } from "../../engine/model/read-setting";
import type { FieldFault } from "../../engine/refusal";
import { dayOf } from "../../engine/time/zone";
import { createValidator } from "../../engine/validation/validator";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { AdoptionParameter, Result } from "../api";
import { documentWith } from "../layers";
import { villageOn } from "../models/models";
import { codeOf } from "../models/read-force";
import type { AdoptionParts, AdoptionReading } from "./adoption-reading";

/** A parameter that the model opens, as its package would have it under the model. */
interface Opened {
  id: string;
  package: string;
  name: string;
  document: DefinitionDocument;
  set: NonNullable<ModelSource["processes"][string]["parameters"]>[string];
}

/** The parameters that may be set when the model is adopted, with what the matter has set so far. */
export function adoptionParameters(
  parts: AdoptionParts,
  found: AdoptionReading,
): AdoptionParameter[] {
  const written = settingsIn(found);
  return opened(parts, found).flatMap(({ id, name, document: { workflow }, set }) => {
    const source = own(workflow.parameters, name);
    if (source === undefined) return [];
    const unit = unitOf(workflow, name);
    const { zh, en } = parameterName(source);
    return [
      {
        id,
        title: {
          zh: `${workflow.title.zh}：${zh}`,
          en: `${workflow.title.en ?? workflow.title.zh}: ${en ?? zh}`,
        },
        standard: sayValue(source.schema, source.value, unit),
        range: sayRange({ ...source, schema: { ...source.schema, ...set.range } }, unit) ?? null,
        source: set.source,
        certainty: set.certainty,
        written: written.get(id) ?? "",
        example: writeSetting(source.value, source.schema),
      },
    ];
  });
}

/**
 * What differs from the model, as the package `model-adoption` keeps it. Refuses `form/invalid` with the fields that
 * cannot be read or lie outside their range; they are named as `id`.
 */
export function readSettings(
  parts: AdoptionParts,
  found: AdoptionReading,
  values: Readonly<Record<string, string>>,
): Result<JsonObject[]> {
  const validator = createValidator(parts.registry.formats);
  const titles = new Map(adoptionParameters(parts, found).map(({ id, title }) => [id, title.zh]));
  const faults: FieldFault[] = [];
  const settings = opened(parts, found).flatMap((one): JsonObject[] => {
    const typed = (values[one.id] ?? "").trim();
    const source = own(one.document.workflow.parameters, one.name);
    if (typed === "" || source === undefined) return [];
    const value = readSetting(typed, source.schema);
    const ranges = [source.schema, one.set.range];
    const what = value === undefined ? NOT_READ : findOutside(value, { validator, ranges });
    if (value === undefined || what !== null) {
      const message = what ?? NOT_READ;
      faults.push({ pointer: one.id, code: "model/parameter-range", message });
      return [];
    }
    if (JSON.stringify(value) === JSON.stringify(source.value)) return [];
    const says = titles.get(one.id) ?? one.id;
    return [{ says, package: one.package, parameter: one.name, value: typed }];
  });
  if (faults.length === 0) return { ok: true, value: settings };
  const refusal = refuse("form/invalid", { count: faults.length }, { fields: faults });
  return { ok: false, refusal };
}

const NOT_READ = {
  zh: "读不懂这个值，请照右边的写法写",
  en: "This cannot be read; write it like the example",
};

/** The parameters of a package as its matters would get them under the model, with what is set for this adoption. */
export function paramsUnder(
  parts: AdoptionParts,
  found: AdoptionReading,
  packageId: string,
): JsonObject {
  const document = documentUnder(parts, found, packageId);
  if (document === undefined) return {};
  const written = settingsIn(found);
  return Object.fromEntries(
    Object.entries(document.workflow.parameters ?? {}).map(([name, { value, schema }]) => {
      const typed = written.get(`${packageId} ${name}`);
      return [name, (typed === undefined ? undefined : readSetting(typed, schema)) ?? value];
    }),
  );
}

function settingsIn({ reading }: AdoptionReading): Map<string, string> {
  const kept: Json | undefined = at(reading.data, "settings");
  return new Map(
    (Array.isArray(kept) ? kept : []).flatMap((one): [string, string][] => {
      if (!isObject(one)) return [];
      return [[`${String(one["package"])} ${String(one["parameter"])}`, String(one["value"])]];
    }),
  );
}

function opened(parts: AdoptionParts, found: AdoptionReading): Opened[] {
  return Object.entries(found.model?.processes ?? {}).flatMap(([id, process]) => {
    if (!process.on || process.planned === true) return [];
    const names = Object.entries(process.parameters ?? {});
    const document = names.length === 0 ? undefined : documentUnder(parts, found, id);
    if (document === undefined) return [];
    return names.map(([name, set]) => ({ id: `${id} ${name}`, package: id, name, document, set }));
  });
}

/** A package as it would be in the first of the villages if the model held there today; undefined where it is not there. */
function documentUnder(
  parts: AdoptionParts,
  { villages: [first], model }: AdoptionReading,
  packageId: string,
): DefinitionDocument | undefined {
  const loaded = parts.packages.find(({ id }) => id === packageId);
  if (loaded === undefined || first === undefined || model === null) return undefined;
  const day = dayOf(parts.now());
  const here = villageOn(parts.directory(), { place: codeOf(first), day });
  const supposed = {
    ...{ unit: here.up[0] ?? first.id, kind: null, model: model.id, from: day, to: null },
    ...{ settings: {}, decidedBy: null },
  };
  const sources = {
    adoptions: parts.directory().adoptions,
    modelAdoptions: [supposed],
    findModel: (id: string) => parts.definitions.models.sources.get(id),
    versionOn: parts.changes.versionOn.bind(parts.changes),
  };
  const layers = findDefinitionLayers(sources, { ...here, package: packageId });
  if (!layers.ok) return undefined;
  const validator = createValidator(parts.registry.formats);
  const made = documentWith(loaded, layers.value, { day, validator });
  return made.ok ? made.value : undefined;
}
