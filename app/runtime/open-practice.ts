import { join } from "node:path";
import { openStorage } from "../storage/database";
import { openDatabase } from "../storage/open-database";
import { inTransaction } from "../storage/query";
import { saveUnits } from "../storage/units";
import type { Platform } from "./open-platform";

/**
 * The installation for practice (演练): the same people and units over a database of its own, so that registers,
 * numbers, figures and messages stay clean by construction. Closing it leaves the installation open.
 */
export async function openPractice(platform: Platform): Promise<Platform> {
  const file = join(platform.settings.dataFolder, "practice.sqlite");
  const knex = await openDatabase({ url: `sqlite:${file}` });
  try {
    const database = await openStorage(knex, platform.database.keyRing);
    const { units } = platform.people.directory();
    await inTransaction(knex, (run) => saveUnits(run, units));
    return { ...platform, database, isPractice: true, close: () => knex.destroy() };
  } catch (error) {
    await knex.destroy();
    throw error;
  }
}
