import type { ToldCommand } from "../command";
import { refuse } from "../errors";
import { applyWrites, schemaAt } from "../form/write-form";
import { isObject, type Json, type JsonObject } from "../json";
import type { DataWrite } from "../case";
import { findListening } from "../machine/listening";
import type { Found } from "../step";
import { no, yes, type Decision, type Situation } from "./situation";
import { sendEvent } from "./transit";

/**
 * The parent tells something: its fields are stored, and the matter moves where its present state listens.
 * Refuses `case/not-told-now` where nothing listens: nothing is stored then, and nothing is lost.
 */
export function toldStep(situation: Situation, command: ToldCommand): Decision<Found> {
  const { workflow, matter, actor } = situation;
  const event = `parent:${command.told}`;
  const listening = findListening(workflow.machine, matter.state, [event]);
  if (listening === undefined || matter.status !== "open") {
    return no(refuse("case/not-told-now", { told: command.told }));
  }
  const writes = writesOf(situation, command.data);
  const sent = sendEvent(situation, {
    event: { is: "event", name: event },
    path: listening.path,
    data: applyWrites(matter.data, writes),
    label: { zh: command.told },
  });
  // A guard that says no keeps the matter where it is; what its parent said is kept all the same.
  const moved = sent.ok ? { event, ...sent.value } : { event: null, transit: null, guards: [] };
  return yes({ actor, finding: { writes, ...moved } });
}

/** Another package's data is as untrusted as a person's: only what fits our data schema is taken over. */
function writesOf({ workflow }: Situation, data: JsonObject): DataWrite[] {
  return leavesOf(data, "").filter(({ path, value }) => {
    const schema = schemaAt(workflow.document.data, path);
    return schema !== undefined && workflow.validator.compile(schema)(value).length === 0;
  });
}

function leavesOf(value: Json, path: string): DataWrite[] {
  if (!isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, member]) =>
    leavesOf(member, path === "" ? key : `${path}.${key}`),
  );
}
