import type { Migration } from "./migration";

/** What was written about a village, by whom and when. Totals only: nothing here is about a person. */
export const factHistory: Migration = {
  name: "019-fact-history",
  async up(knex) {
    await knex.schema.createTable("unit_fact_history", (table) => {
      table.text("unit_id").notNullable().references("units.id");
      table.bigInteger("at").notNullable();
      table.text("set_by").notNullable();
      table.text("facts").notNullable();
      table.index(["unit_id", "at"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("unit_fact_history");
  },
};
