import type { Knex } from "knex";

export interface Migration {
  /** `<number>-<what>`, the file's name; never changed once released. */
  name: string;
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}
