import type { Roles } from "../engine/check/roles";
import type { Clock } from "../engine/ports";
import { openStorage, type Database } from "../storage/database";
import { createKeyRing } from "../storage/key-ring";
import { openDatabase, sqliteFile } from "../storage/open-database";
import { createPeopleStore } from "../storage/people-store";
import { createSessionStore } from "../storage/session-store";
import { openDataFolder } from "./data-folder";
import { lockFolder } from "./folder-lock";
import { createLog, type Log } from "./log";
import { createCsrfTokens, type CsrfTokens } from "./people/csrf-tokens";
import { createPeople, type People } from "./people/people";
import { openPackageFolder } from "./package-folder";
import { projectRoot } from "./project-root";
import { loadRoles } from "./read-schemas";
import type { Settings } from "./settings";

/** What the server and the writing commands stand on: the installation's data, open and locked. */
export interface Platform {
  settings: Settings;
  database: Database;
  people: People;
  roles: Roles;
  csrf: CsrfTokens;
  clock: Clock;
  log: Log;
  /** For trying things out: what holds for everybody is not changed from here. */
  isPractice?: true;
  /** Closes the database, then lets the folder go. */
  close(): Promise<void>;
}

export interface PlatformInput {
  settings: Settings;
  /** Who asks, for the message to the next one: `serve`, `user add`. */
  holder: string;
  /** Called when another process has taken the data folder over: stop writing. */
  onLost?: () => void;
}

/**
 * Opens the data folder, takes its lock, opens the database and brings its tables up to date.
 * Throws the refusals of `openDataFolder`, `lockFolder` and the storage; nothing stays open then.
 */
export async function openPlatform({ settings, holder, onLost }: PlatformInput): Promise<Platform> {
  const folder = openDataFolder(settings.dataFolder, sqliteFile(settings.databaseUrl));
  const lock = lockFolder({ folder: folder.path, holder, onLost });
  const closers: (() => Promise<void> | void)[] = [() => lock.release()];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    const knex = await openDatabase({ url: settings.databaseUrl });
    closers.push(() => knex.destroy());
    const database = await openStorage(knex, createKeyRing(folder.masterKey));
    const clock = createClock(settings.clock);
    const csrf = createCsrfTokens(folder.sessionSecret);
    const { roles } = await loadRoles(openPackageFolder(projectRoot));
    const people = await createPeople({
      store: createPeopleStore(database),
      sessionStore: createSessionStore(database),
      roles,
      csrf,
      now: () => clock.now(),
      wall: () => Date.now(),
      demoAccounts: settings.mode === "demo",
    });
    return { settings, database, people, roles, csrf, clock, log: createLog(settings.log), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The machine's clock, or one that stands still. */
function createClock(standing: number | null): Clock {
  return { now: () => standing ?? Date.now() };
}
