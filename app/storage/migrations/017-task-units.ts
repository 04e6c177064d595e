import type { Migration } from "./migration";

/** A task may be for the people of one unit alone: their queue has it, and no other unit's. */
export const taskUnits: Migration = {
  name: "017-task-units",
  async up(knex) {
    await knex.schema.alterTable("tasks", (table) => {
      table.text("unit");
    });
  },
  async down(knex) {
    await knex.schema.alterTable("tasks", (table) => {
      table.dropColumn("unit");
    });
  },
};
