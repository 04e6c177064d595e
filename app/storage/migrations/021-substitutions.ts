import type { Migration } from "./migration";

/** Who stands in for whom, from when until when (代班). */
export const substitutions: Migration = {
  name: "021-substitutions",
  async up(knex) {
    await knex.schema.createTable("substitutions", (table) => {
      table.text("id").primary();
      table.text("user_id").notNullable().references("users.id");
      table.text("substitute_id").notNullable().references("users.id");
      table.bigInteger("from_at").notNullable();
      table.bigInteger("to_at").notNullable();
      table.text("packages");
      table.binary("reason").notNullable();
      table.text("set_by").notNullable();
      table.bigInteger("ended_at");
      table.index(["user_id"]);
      table.index(["substitute_id"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("substitutions");
  },
};
