import Ajv from "ajv/dist/2020";
import jsonLogic from "json-logic-js";
import { createMachine, transition } from "xstate";
import type { Json } from "../app/engine/json";
import { step } from "../app/engine/step";
import { openConditional } from "../app/engine/form/conditional-schema";
import { VOCABULARY } from "../app/engine/validation/validator";
import type { RecordedStory } from "./recorded-story";
import { alternate, cpuOf, median, type Figure } from "./samples";

const ROUNDS = 60;
const SAMPLES = 9;

/**
 * G1: CPU of one pure step over the reference loop, which does on the same recorded steps what nobody can
 * do without: XState's `transition` on the same machine, the same form through Ajv, one rule through
 * json-logic-js, and the outcome written as JSON. It decides nothing, explains nothing, counts no deadline.
 */
export async function measurePureStep(story: RecordedStory): Promise<Figure> {
  const reference = referenceSteps(story);
  const inputs = story.inputs.filter((input) => input.command.type === "event");
  const count = inputs.length * ROUNDS;
  const ours = (): number =>
    cpuOf(count, () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const input of inputs) {
          const result = step(input);
          if (!result.ok) throw new Error(result.refusal.code);
          JSON.stringify(result.entry);
        }
      }
    });
  const theirs = (): number =>
    cpuOf(count, () => {
      for (let round = 0; round < ROUNDS; round += 1) for (const take of reference) take();
    });
  const measured = await alternate(SAMPLES, ours, theirs);
  return {
    name: "G1",
    what: "CPU of one pure step over the reference loop",
    ratio: median(measured.ratios),
    must: 2.0,
    goal: 1.4,
    moreIsBetter: false,
    detail: `${median(measured.ours).toFixed(0)} µs over ${median(measured.theirs).toFixed(0)} µs a step, ${inputs.length} different steps`,
  };
}

/** One function for each recorded step of a person. */
export function referenceSteps(story: RecordedStory): (() => void)[] {
  const { workflow, history } = story;
  const source = workflow.source.machine;
  const guards = Object.fromEntries(
    Object.keys(workflow.source.rules ?? {}).map((name) => [name, () => true]),
  );
  const delays = Object.fromEntries(
    Object.keys(workflow.source.deadlines ?? {}).map((name) => [name, 1]),
  );
  const machine = createMachine(source as never, { guards, delays } as never);
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    meta: false,
    validateSchema: false,
    logger: false,
  });
  for (const keyword of VOCABULARY) ajv.addKeyword({ keyword });
  const validators = new Map(
    [...workflow.forms].map(([name, form]) => [
      name,
      ajv.compile(openConditional(form.source.schema)),
    ]),
  );
  const [rule] = workflow.rules.values();
  const steps = story.inputs.flatMap((input, index) => {
    const { command, matter } = input;
    if (command.type !== "event" || matter === null) return [];
    const form = [...workflow.machine.states.values()]
      .map((state) => state.meta?.events?.[command.event]?.form)
      .find((name) => name !== undefined);
    return [
      {
        command,
        matter,
        validate: form === undefined ? undefined : validators.get(form),
        entry: history[index],
      },
    ];
  });
  return steps.map(({ command, matter, validate, entry }) => () => {
    const snapshot = machine.resolveState({ value: matter.state as never });
    transition(machine, snapshot, { type: command.event } as never);
    validate?.(command.form);
    jsonLogic.apply((rule?.logic.logic ?? true) as never, {
      data: matter.data as Json,
      params: workflow.params,
    });
    JSON.stringify(entry);
  });
}
