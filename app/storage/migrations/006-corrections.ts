import type { Migration } from "./migration";

/** Whether a register line is a correction of an earlier one. */
export const corrections: Migration = {
  name: "006-corrections",
  async up(knex) {
    await knex.schema.alterTable("register_lines", (table) => {
      table.integer("correction").notNullable().defaultTo(0);
    });
  },
  async down(knex) {
    await knex.schema.alterTable("register_lines", (table) => {
      table.dropColumn("correction");
    });
  },
};
