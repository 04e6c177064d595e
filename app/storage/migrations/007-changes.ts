import type { Migration } from "./migration";

/** Changes that counties make to their rules: drafts, and every version that was published. */
export const changes: Migration = {
  name: "007-changes",
  async up(knex) {
    await knex.schema.createTable("proposals", (table) => {
      table.text("id").primary();
      table.text("unit_id").notNullable().references("units.id");
      table.text("package").notNullable();
      // "" where it holds under every model.
      table.text("model").notNullable();
      table.text("status").notNullable();
      table.integer("revision").notNullable();
      table.text("begun_by").notNullable();
      table.bigInteger("begun_at").notNullable();
      // Null until it is published: one village cannot have two versions on one day.
      table.text("from_day");
      table.binary("body").notNullable();
      table.unique(["unit_id", "package", "model", "from_day"]);
      table.index(["status"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("proposals");
  },
};
