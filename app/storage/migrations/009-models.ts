import type { Migration } from "./migration";

/** Models that units have adopted, the kinds of villages, and aggregate facts. Nothing here is about a person. */
export const models: Migration = {
  name: "009-models",
  async up(knex) {
    await knex.schema.createTable("model_adoptions", (table) => {
      table.text("unit_id").notNullable().references("units.id");
      // "" for all villages: a null would be no key.
      table.text("kind").notNullable();
      table.text("model").notNullable();
      table.text("from_day").notNullable();
      table.text("to_day");
      table.text("settings").notNullable();
      table.text("decided_by");
      table.primary(["unit_id", "kind", "from_day"]);
    });
    await knex.schema.createTable("village_kinds", (table) => {
      table.text("unit_id").notNullable().references("units.id");
      table.text("kind").notNullable();
      table.text("from_day").notNullable();
      table.text("decided_by");
      table.primary(["unit_id", "from_day"]);
    });
    await knex.schema.createTable("unit_facts", (table) => {
      table.text("unit_id").primary().references("units.id");
      table.text("facts").notNullable();
      table.text("day").notNullable();
    });
  },
  async down(knex) {
    for (const table of ["unit_facts", "village_kinds", "model_adoptions"])
      await knex.schema.dropTable(table);
  },
};
