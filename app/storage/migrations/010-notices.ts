import type { Migration } from "./migration";

/** Public notices, and the codes by which those who objected follow what becomes of it. */
export const notices: Migration = {
  name: "010-notices",
  async up(knex) {
    await knex.schema.createTable("notices", (table) => {
      // Its public address, from which the matter cannot be told.
      table.text("id").primary();
      table.text("case_id").notNullable().references("cases.id");
      table.integer("seq").notNullable();
      table.text("name").notNullable();
      // A village's division code, or what the codes of several villages begin with.
      table.text("board").notNullable();
      table.text("status").notNullable();
      table.text("from_day").notNullable();
      // The last day; after every day while the matter is suspended.
      table.text("until_day").notNullable();
      table.integer("provisional").notNullable();
      // Numbers of the rows that are held.
      table.text("held").notNullable();
      table.text("retention_class").notNullable();
      table.binary("content").notNullable();
      table.unique(["case_id", "seq", "name"]);
      table.index(["board", "status", "until_day"]);
    });
    await knex.schema.createTable("follow_codes", (table) => {
      table.text("code_hash").primary();
      table.text("case_id").notNullable().references("cases.id");
      // The step by which the matter received the objection.
      table.integer("seq").notNullable();
      table.bigInteger("expires_at").notNullable();
      table.index(["case_id"]);
      table.index(["expires_at"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("follow_codes");
    await knex.schema.dropTable("notices");
  },
};
