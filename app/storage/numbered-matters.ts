import type { Database } from "./database";
import { marks } from "./query";

/** The matters of a county with these numbers; a number of two packages gives both. */
export async function findNumbered(
  db: Database,
  { county, numbers }: { county: string; numbers: readonly string[] },
): Promise<{ id: string; number: string }[]> {
  if (numbers.length === 0) return [];
  return db.run<{ id: string; number: string }>(
    `select id, number from cases where number in (${marks(numbers.length)}) and id like ? order by id`,
    [...numbers, `${county}-%`],
  );
}
