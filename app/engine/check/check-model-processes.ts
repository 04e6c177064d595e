import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { findOutside } from "../model/find-outside";
import { findProcess, type ModelSource, type ProcessSource } from "../model/model-source";
import { placeholdersOf } from "../projection/template";
import { createValidator, type Validator } from "../validation/validator";
import type { DefinitionDocument } from "../workflow-source";
import { missingPackage, type ModelContext } from "./check-model";
import { problem, type Problem } from "./problem";
import { unknownName } from "./unknown-name";

/** Processes are there or planned, of the version that was meant; variants and parameters exist and fit. */
export function checkModelProcesses(model: ModelSource, context: ModelContext): Problem[] {
  const validator = createValidator(context.registry.formats);
  return Object.entries(model.processes).flatMap(([id, process]): Problem[] => {
    const pointer = pointerTo("/processes", id);
    const document = context.packages.get(id);
    if (process.planned === true) {
      return [
        ...(document === undefined
          ? []
          : [problem("model/planned-exists", pointerTo(pointer, "planned"), { name: id })]),
        ...(process.title === undefined
          ? [problem("model/planned-title", pointer, { name: id })]
          : []),
      ];
    }
    if (document === undefined) return missingPackage(id, pointer, context);
    const one = { id, process, document, pointer };
    return [
      ...checkVersion(one),
      ...checkVariant(one, context),
      ...checkSentence(one),
      ...checkParameters(one, validator),
      ...(process.on ? checkOpened(one, model) : []),
    ];
  });
}

interface Placed {
  id: string;
  process: ProcessSource;
  document: DefinitionDocument;
  pointer: string;
}

function checkVersion({ id, process, document, pointer }: Placed): Problem[] {
  const found = Number(document.workflow.version.split(".")[0]);
  if (found === process.major) return [];
  const params = { name: id, wanted: process.major, found };
  return [problem("model/package-major", pointerTo(pointer, "major"), params)];
}

function checkVariant({ id, process, pointer }: Placed, { variants }: ModelContext): Problem[] {
  if (process.variant === undefined) return [];
  const at = { pointer: pointerTo(pointer, "variant"), name: process.variant };
  return unknownName("model/unknown-variant", at, variants.get(id) ?? [], { package: id });
}

/** A sentence of a process reads the parameters of its package and nothing else. */
function checkSentence({ process, document, pointer }: Placed): Problem[] {
  const known = Object.keys(document.workflow.parameters ?? {}).map((name) => `params.${name}`);
  const at = pointerTo(pointer, "says");
  return [process.says.zh, process.says.en ?? ""].flatMap((text) =>
    placeholdersOf(text).flatMap(({ path }) =>
      unknownName("model/unknown-fact", { pointer: at, name: path }, known),
    ),
  );
}

function checkParameters(
  { id, process, document, pointer }: Placed,
  validator: Validator,
): Problem[] {
  const known = document.workflow.parameters ?? {};
  return Object.entries(process.parameters ?? {}).flatMap(([name, parameter]): Problem[] => {
    const at = pointerTo(pointer, "parameters", name);
    const source = own(known, name);
    if (source === undefined) {
      return unknownName("check/unknown-parameter", { pointer: at, name }, Object.keys(known));
    }
    if (parameter.value === undefined) return [];
    const what = findOutside(parameter.value, {
      validator,
      ranges: [source.schema, parameter.range],
    });
    if (what === null) return [];
    const params = { package: id, name, value: JSON.stringify(parameter.value), what: what.zh };
    return [problem("model/parameter-range", pointerTo(at, "value"), params)];
  });
}

/** What an event of a process opens must run here too: a step that leads nowhere would be refused. */
function checkOpened({ id, document, pointer }: Placed, model: ModelSource): Problem[] {
  return Object.values(document.workflow.links ?? {}).flatMap((link): Problem[] => {
    const target = findProcess(model, link.package);
    const isOpen = link.package.split(".")[0] === id.split(".")[0] || target?.on === true;
    return isOpen ? [] : [problem("model/link-off", pointer, { package: id, to: link.package })];
  });
}
