import { checkShape } from "../engine/check/check-shape";
import { isObject, own, type JsonObject } from "../engine/json";
import { RefusalError } from "../engine/refusal";
import { runScenario } from "../engine/scenario/run-scenario";
import type { Scenario, ScenarioReport } from "../engine/scenario/scenario";
import { say, type Language, type Text } from "../engine/text";
import { calendarOf } from "../engine/workflow";
import type { LoadedWorkflows } from "./load-workflows";
import { PLATFORM_SCHEMAS } from "./platform-schemas";

export interface PlayedScenario {
  package: string;
  file: string;
  report: ScenarioReport;
}

/**
 * Plays one scenario of a package (or of its variant) on the engine. Never throws: what is no scenario, or
 * cannot be played, has not passed, and its report says why.
 */
export function playScenario(
  loaded: LoadedWorkflows,
  packageId: string,
  source: JsonObject,
  language: Language = "zh",
): ScenarioReport {
  const shape = checkShape(source, { kind: "scenario", schemas: PLATFORM_SCHEMAS, pointer: "" });
  if (shape.length > 0) return notPlayed(source, shape, language);
  const scenario = source as unknown as Scenario;
  const workflow = loaded.find(packageId, scenario.variant);
  if ("message" in workflow) return notPlayed(source, [workflow], language);
  try {
    const { report } = runScenario(scenario, {
      workflow,
      calendar: calendarOf(workflow),
      language,
      findWorkflow: (id) => {
        const found = loaded.find(id);
        return "message" in found ? undefined : found;
      },
    });
    return report;
  } catch (fault) {
    if (fault instanceof RefusalError) return notPlayed(source, [fault.refusal], language);
    throw fault;
  }
}

/** Plays every scenario of every listed package, in order. */
export function playScenarios(
  loaded: LoadedWorkflows,
  language: Language = "zh",
): PlayedScenario[] {
  return loaded.packages.flatMap((one) =>
    one.scenarios.map(({ file, scenario }) => ({
      package: one.id,
      file,
      report: playScenario(loaded, one.id, scenario, language),
    })),
  );
}

/** The report of a file that could not be played. */
export function notPlayed(
  source: JsonObject,
  reasons: readonly { code: string; pointer?: string; message: Text }[],
  language: Language = "zh",
): ScenarioReport {
  const title = own(source, "title");
  const [zh, en] = ["zh", "en"].map((key) => (isObject(title) ? own(title, key) : undefined));
  const problems = reasons.map(({ code, pointer, message }) =>
    [...(pointer === undefined ? [] : [pointer || "/"]), `${code}: ${say(message, language)}`].join(
      " ",
    ),
  );
  return {
    title: {
      zh: typeof zh === "string" ? zh : "—",
      ...(typeof en === "string" ? { en } : {}),
    },
    passed: false,
    steps: [{ index: 0, title: "load", at: "", state: "", problems }],
  };
}
