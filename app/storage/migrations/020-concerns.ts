import type { Migration } from "./migration";

/** What of a matter concerns somebody beside its tasks: questions, orders and copies, as keys only. */
export const concerns: Migration = {
  name: "020-concerns",
  async up(knex) {
    await knex.schema.createTable("concerns", (table) => {
      table.text("case_id").notNullable().references("cases.id");
      // `@<user>`; `<role>@<unit>` for an order to whoever acts, spread from the row of `*`.
      table.text("queue").notNullable();
      table.text("item").notNullable();
      table.integer("rank").notNullable();
      table.bigInteger("sort_key").notNullable();
      table.primary(["case_id", "queue", "item"]);
      table.index(["queue", "rank", "sort_key", "case_id", "item"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("concerns");
  },
};
