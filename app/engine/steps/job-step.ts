import type { DataWrite } from "../case";
import type { JobCommand } from "../command";
import { refuse } from "../errors";
import { applyWrites, schemaAt } from "../form/write-form";
import type { Json } from "../json";
import { findListening } from "../machine/listening";
import type { Found } from "../step";
import { no, yes, type Decision, type Situation } from "./situation";
import { sendEvent } from "./transit";

/** A job's result arrives: it is judged by the data schema, stored, and the matter moves where it waits for it. */
export function jobStep(situation: Situation, command: JobCommand): Decision<Found> {
  const { workflow, matter, actor } = situation;
  const job = workflow.source.jobs?.[command.job];
  if (job === undefined) return no(refuse("case/unknown-job", { job: command.job }));
  const path = job.into.replace(/^data\./, "");
  const result = command.result?.["value"];
  const fits = result !== undefined && isFit(situation, path, result);
  const writes: DataWrite[] = fits ? [{ path, value: result }] : [];
  const event = `job:${command.job}.${fits ? "done" : "failed"}`;

  const listening = findListening(workflow.machine, matter.state, [event]);
  if (listening === undefined || matter.status !== "open") {
    return yes({
      actor,
      finding: { event: null, transit: null, writes, guards: [], status: matter.status },
    });
  }
  const sent = sendEvent(situation, {
    event: { is: "event", name: event },
    path: listening.path,
    data: applyWrites(matter.data, writes),
    label: job.title,
  });
  const moved = sent.ok ? { event, ...sent.value } : { event: null, transit: null, guards: [] };
  return yes({ actor, finding: { writes, ...moved } });
}

/** A plugin's answer is as untrusted as a person's: it must fit the data schema where it goes. */
function isFit(situation: Situation, path: string, result: Json): boolean {
  const schema = schemaAt(situation.workflow.document.data, path);
  return schema !== undefined && situation.workflow.validator.compile(schema)(result).length === 0;
}
