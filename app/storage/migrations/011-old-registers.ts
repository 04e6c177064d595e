import type { Migration } from "./migration";

/** Lines of the paper books that were kept before: they belong to no matter and keep their own numbers. */
export const oldRegisters: Migration = {
  name: "011-old-registers",
  async up(knex) {
    await knex.schema.createTable("old_register_lines", (table) => {
      table.text("package").notNullable();
      table.text("register").notNullable();
      table.text("unit_id").notNullable().references("units.id");
      table.integer("year").notNullable();
      table.text("number").notNullable();
      table.text("day").notNullable();
      table.binary("cells").notNullable();
      table.primary(["package", "register", "unit_id", "year", "number"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("old_register_lines");
  },
};
