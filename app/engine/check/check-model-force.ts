import { pointerTo } from "../json-pointer";
import type { ModelSource } from "../model/model-source";
import { STAFF_FACTS, STAFF_SLOTS } from "../model/staff";
import { placeholdersOf } from "../projection/template";
import { RefusalError } from "../refusal";
import { compileLogic } from "../rules/compile-logic";
import type { Logic } from "../rules/types";
import type { Text } from "../text";
import type { ModelContext } from "./check-model";
import { problem, type Problem } from "./problem";
import { unknownName } from "./unknown-name";

/** Roles exist; the rules for villages and for staffing compile and read what there is to read. */
export function checkModelForce(model: ModelSource, context: ModelContext): Problem[] {
  const { fits, force } = model;
  const staff = staffPaths(model);
  const village = context.villageFacts.map((name) => `village.${name}`);
  return [
    ...checkRoles(model, context),
    ...Object.entries(fits.reasons).flatMap(([name, { when }]) =>
      checkLogic(when, {
        pointer: pointerTo("/fits/reasons", name, "when"),
        known: village,
        context,
      }),
    ),
    ...Object.entries(force.demands).flatMap(([name, { when, says }]): Problem[] => {
      const pointer = pointerTo("/force/demands", name);
      return [
        ...checkLogic(when, { pointer: pointerTo(pointer, "when"), known: staff, context }),
        ...Object.entries(says).flatMap(([outcome, text]) =>
          checkText(text, pointerTo(pointer, "says", outcome), staff),
        ),
      ];
    }),
    ...checkText(model.paper.plan, "/paper/plan", ["county"]),
  ];
}

/** Every path that a demand can read: the facts, and for each slot how many are needed, there and short. */
function staffPaths({ force }: ModelSource): string[] {
  const slots = Object.keys(force.slots);
  return [
    ...Object.keys(STAFF_FACTS).map((name) => `staff.${name}`),
    ...STAFF_SLOTS.flatMap((map) => slots.map((slot) => `staff.${map}.${slot}`)),
  ];
}

function checkRoles({ force }: ModelSource, { roles }: ModelContext): Problem[] {
  const uses = [
    ...Object.entries(force.slots).map(([name, { role }]) => ({
      ...{ pointer: pointerTo("/force/slots", name, "role"), name: role },
    })),
    ...force.together.flatMap((set, i) =>
      set.map((name, j) => ({ pointer: pointerTo("/force/together", i, j), name })),
    ),
    ...Object.keys(force.duties).map((name) => ({
      pointer: pointerTo("/force/duties", name),
      name,
    })),
  ];
  return uses.flatMap((use) => unknownName("check/unknown-role", use, Object.keys(roles)));
}

function checkLogic(
  logic: Logic,
  where: { pointer: string; known: readonly string[]; context: ModelContext },
): Problem[] {
  const { pointer, known, context } = where;
  try {
    const { variables } = compileLogic(logic, context.registry.operators);
    return variables.flatMap((name) => unknownName("model/unknown-fact", { pointer, name }, known));
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    const { code, params = {} } = cause.refusal;
    return [problem(code as Problem["code"], pointer, params)];
  }
}

function checkText(text: Text, pointer: string, known: readonly string[]): Problem[] {
  return [text.zh, text.en ?? ""].flatMap((template) =>
    placeholdersOf(template).flatMap(({ path }) =>
      unknownName("model/unknown-fact", { pointer, name: path }, known),
    ),
  );
}
