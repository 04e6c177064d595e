import type { Migration } from "./migration";

/** Definitions, matters and their history. What is `binary` is encrypted; the rest is on the list of plain columns. */
export const matters: Migration = {
  name: "002-matters",
  async up(knex) {
    await knex.schema.createTable("definitions", (table) => {
      table.text("hash").primary();
      table.text("document").notNullable();
    });
    await knex.schema.createTable("cases", (table) => {
      table.text("id").primary();
      table.text("package").notNullable();
      table.text("hash").notNullable();
      table.text("number");
      table.text("place_code").notNullable();
      table.text("place_name").notNullable();
      table.text("owner_id").notNullable();
      table.text("owner_name").notNullable();
      table.text("status").notNullable();
      table.text("ended_as");
      table.integer("seq").notNullable();
      table.text("state").notNullable();
      table.bigInteger("started_at").notNullable();
      table.bigInteger("last_at").notNullable();
      table.bigInteger("paused_since");
      table.text("retention_class").notNullable();
      // Hash of the last history line: the chain's end.
      table.text("head").notNullable();
      table.binary("title").notNullable();
      table.binary("body").notNullable();
      table.index(["number"]);
    });
    await knex.schema.createTable("case_keys", (table) => {
      // No reference: "" holds the installation's own keys, and an attachment may come before its matter.
      table.text("case_id").notNullable();
      table.text("retention_class").notNullable();
      table.binary("wrapped").notNullable();
      table.primary(["case_id", "retention_class"]);
    });
    await knex.schema.createTable("case_events", (table) => {
      table.text("case_id").notNullable().references("cases.id");
      table.integer("seq").notNullable();
      table.bigInteger("at").notNullable();
      table.text("command_id").notNullable().unique();
      // Null for steps that the system took itself within another command.
      table.text("body_hash");
      table.text("retention_class").notNullable();
      table.text("previous").notNullable();
      table.text("chained").notNullable();
      table.binary("payload").notNullable();
      table.primary(["case_id", "seq"]);
    });
    // Every unit in whose scope a matter lies: lists of matters are one range of this table.
    await knex.schema.createTable("case_units", (table) => {
      table.text("unit_id").notNullable();
      table.text("status").notNullable();
      table.text("case_id").notNullable().references("cases.id");
      table.primary(["unit_id", "status", "case_id"]);
      table.index(["case_id"]);
    });
    await knex.schema.createTable("links", (table) => {
      table.text("parent_id").notNullable().references("cases.id");
      table.text("name").notNullable();
      table.text("child_id").notNullable().references("cases.id");
      table.primary(["parent_id", "name", "child_id"]);
      table.index(["child_id", "parent_id"]);
    });
  },
  async down(knex) {
    const tables = ["links", "case_units", "case_events", "case_keys", "cases", "definitions"];
    for (const table of tables) await knex.schema.dropTable(table);
  },
};
