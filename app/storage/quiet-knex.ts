import type { Knex } from "knex";

function silent(): void {}

/** What knex says is left to whoever catches its errors. */
export const QUIET = {
  // Messages keep their `?`: values are people's data and passwords' hashes.
  compileSqlOnError: false,
  // Every error is thrown as well; knex would print it a second time.
  log: { warn: silent, error: silent, debug: silent, deprecate: silent },
} satisfies Knex.Config;
