import type { Migration } from "./migration";

/** What changes would have made of past matters, one trial for each proposal. */
export const trials: Migration = {
  name: "015-trials",
  async up(knex) {
    await knex.schema.createTable("trials", (table) => {
      table.text("proposal_id").primary().references("proposals.id");
      table.text("status").notNullable();
      table.integer("total").notNullable();
      table.integer("done").notNullable();
      table.bigInteger("began_at").notNullable();
      table.binary("body").notNullable();
      table.index(["status", "began_at"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("trials");
  },
};
