import type { Case } from "../../engine/case";
import { activePaths } from "../../engine/machine/state-value";
import type { Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { WorklistRow } from "../api";
import { mayBatch } from "./may-batch";
import type { CaseParts } from "../cases/case-parts";
import { heldLine, urgedLine, waitingLine, type TaskReading } from "./task-lines";

/**
 * The rows of a list with what is to be said of their tasks (lent, handed over, waiting for an answer, urged) and
 * whether they may be ticked.
 */
export async function withNotes<Row extends WorklistRow>(
  parts: CaseParts,
  person: Person,
  rows: readonly Row[],
): Promise<Row[]> {
  const ids = rows.map(({ caseId }) => caseId);
  if (ids.length === 0) return [];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const roles = new Set(person.assignments.map(({ role }) => role));
  const nameOf = (user: string) => parts.directory().findUser(user)?.name;
  const noted: Row[] = [];
  for (const row of rows) {
    const matter = cases.get(row.caseId);
    const workflow = matter && (await parts.definitions.get(matter.hash));
    if (matter?.status !== "open" || workflow === undefined) {
      noted.push(row);
      continue;
    }
    const notes =
      workflow.source.operations === undefined ? [] : notesOf({ workflow, matter, person, nameOf });
    noted.push({
      ...row,
      ...(notes.length === 0 ? {} : { notes }),
      ...(mayBatch({ workflow, matter }, roles) ? { batch: true as const } : {}),
    });
  }
  return noted;
}

function notesOf(reading: TaskReading & { matter: Case }): Text[] {
  const { matter } = reading;
  const lines = matter.tasks.flatMap((task) => [
    heldLine(reading, task) ?? [],
    waitingLine(reading, task) ?? [],
  ]);
  const urged = activePaths(matter.state).flatMap((path) => urgedLine(reading, path) ?? []);
  const all = [...lines.flat(), ...urged.slice(0, 1)];
  return all.filter((one, i) => all.findIndex(({ zh }) => zh === one.zh) === i);
}
