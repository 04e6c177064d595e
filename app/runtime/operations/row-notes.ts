import type { Case } from "../../engine/case";
import { activePaths } from "../../engine/machine/state-value";
import type { Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { WorklistRow } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { heldLine, urgedLine, waitingLine, type TaskReading } from "./task-lines";

/**
 * The rows of a list with what is to be said of their tasks: lent, handed over, waiting for an answer, urged. Only
 * matters of packages in which people can do such things are read.
 */
export async function withNotes<Row extends WorklistRow>(
  parts: CaseParts,
  person: Person,
  rows: readonly Row[],
): Promise<Row[]> {
  const ids = rows.map(({ caseId }) => caseId);
  if (ids.length === 0) return [];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const nameOf = (user: string) => parts.directory().findUser(user)?.name;
  const noted: Row[] = [];
  for (const row of rows) {
    const matter = cases.get(row.caseId);
    const workflow = matter && (await parts.definitions.get(matter.hash));
    const notes =
      matter === undefined || workflow?.source.operations === undefined
        ? []
        : notesOf({ workflow, matter, person, nameOf });
    noted.push(notes.length === 0 ? row : { ...row, notes });
  }
  return noted;
}

function notesOf(reading: TaskReading & { matter: Case }): Text[] {
  const { matter } = reading;
  if (matter.status !== "open") return [];
  const lines = matter.tasks.flatMap((task) => [
    heldLine(reading, task) ?? [],
    waitingLine(reading, task) ?? [],
  ]);
  const urged = activePaths(matter.state).flatMap((path) => urgedLine(reading, path) ?? []);
  const all = [...lines.flat(), ...urged.slice(0, 1)];
  return all.filter((one, i) => all.findIndex(({ zh }) => zh === one.zh) === i);
}
