import type { Migration } from "./migration";

/** Where people are, what each did on a day, and the matters of a unit by package. */
export const duty: Migration = {
  name: "013-duty",
  async up(knex) {
    // One row a person, written over: what stood there before is nowhere.
    await knex.schema.createTable("whereabouts", (table) => {
      table.text("user_id").primary();
      table.bigInteger("set_at").notNullable();
      table.binary("body").notNullable();
    });
    // A person's day is one range. Steps that were taken before this table are not in it.
    await knex.schema.createTable("day_steps", (table) => {
      table.text("user_id").notNullable();
      table.text("day").notNullable();
      table.bigInteger("at").notNullable();
      table.text("case_id").notNullable().references("cases.id");
      table.integer("seq").notNullable();
      table.primary(["user_id", "day", "case_id", "seq"]);
      table.index(["case_id"]);
    });
    await knex.schema.alterTable("cases", (table) => {
      table.index(["package", "owner_id", "status", "started_at"]);
    });
  },
  async down(knex) {
    await knex.schema.alterTable("cases", (table) => {
      table.dropIndex(["package", "owner_id", "status", "started_at"]);
    });
    await knex.schema.dropTable("day_steps");
    await knex.schema.dropTable("whereabouts");
  },
};
