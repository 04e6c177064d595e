import type { Migration } from "./migration";

/** Parents hear of linked matters while these go on, not only when they end: up to which step they know. */
export const linkReports: Migration = {
  name: "008-link-reports",
  async up(knex) {
    await knex.schema.alterTable("links", (table) => {
      table.integer("told_seq").notNullable().defaultTo(0);
    });
  },
  async down(knex) {
    await knex.schema.alterTable("links", (table) => {
      table.dropColumn("told_seq");
    });
  },
};
