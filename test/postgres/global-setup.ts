import type { TestProject } from "vitest/node";
import { openDatabase } from "../../app/storage/open-database";
import { startPostgres, TEMPLATE } from "./start-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the administrator of this run's server gets in. Absent in projects that run on SQLite. */
    postgres?: string;
  }
}

/** One server for all tests of the project, with a database that has its tables already: each test gets a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await server.create(TEMPLATE);
  await (await openDatabase({ url: server.url(TEMPLATE) })).destroy();
  project.provide("postgres", server.url("postgres"));
  return () => server.stop();
}
