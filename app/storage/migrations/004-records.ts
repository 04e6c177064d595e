import type { Migration } from "./migration";

/** Register lines, numbers, attachments, the inbox and the audit trail. */
export const records: Migration = {
  name: "004-records",
  async up(knex) {
    await knex.schema.createTable("register_lines", (table) => {
      table.text("case_id").notNullable().references("cases.id");
      table.integer("seq").notNullable();
      table.integer("line").notNullable();
      table.text("package").notNullable();
      table.text("register").notNullable();
      table.text("unit_id").notNullable();
      table.integer("year").notNullable();
      table.bigInteger("at").notNullable();
      table.binary("cells").notNullable();
      table.primary(["case_id", "seq", "line"]);
      table.index(["package", "register", "unit_id", "year", "at"]);
    });
    await knex.schema.createTable("number_sequences", (table) => {
      table.text("key").primary();
      table.integer("value").notNullable();
    });
    await knex.schema.createTable("attachments", (table) => {
      table.text("id").primary();
      table.text("case_id").notNullable();
      table.text("retention_class").notNullable();
      table.text("type").notNullable();
      table.integer("size").notNullable();
      table.bigInteger("at").notNullable();
      table.binary("bytes").notNullable();
      table.index(["case_id"]);
    });
    await knex.schema.createTable("messages", (table) => {
      table.text("user_id").notNullable();
      // The sender's idempotency key: delivering twice leaves one message.
      table.text("key").notNullable();
      table.text("case_id");
      table.bigInteger("at").notNullable();
      table.bigInteger("read_at");
      table.binary("body").notNullable();
      table.primary(["user_id", "key"]);
      table.index(["user_id", "at", "key"]);
    });
    await knex.schema.createTable("audit", (table) => {
      table.text("id").primary();
      table.bigInteger("at").notNullable();
      table.text("user_id").notNullable();
      table.text("act").notNullable();
      table.text("case_id");
      table.binary("detail").notNullable();
      table.index(["case_id", "at"]);
      table.index(["user_id", "at"]);
    });
  },
  async down(knex) {
    const tables = ["audit", "messages", "attachments", "number_sequences", "register_lines"];
    for (const table of tables) await knex.schema.dropTable(table);
  },
};
