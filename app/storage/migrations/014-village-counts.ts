import { NO_DUE_DATE } from "../matter-rows";
import type { Migration } from "./migration";

/** What a village's page counts: how many open matters stand where, and how many are due. Each is a range of an index. */
export const villageCounts: Migration = {
  name: "014-village-counts",
  async up(knex) {
    await knex.schema.alterTable("cases", (table) => {
      // The soonest task's date, or a moment after all others.
      table.bigInteger("due_rank").notNullable().defaultTo(NO_DUE_DATE);
    });
    await knex.raw(
      `update cases set due_rank = coalesce(
         (select min(t.due_rank) from tasks t where t.case_id = cases.id), ${NO_DUE_DATE})`,
    );
    await knex.schema.alterTable("cases", (table) => {
      table.index(["place_code", "status", "due_rank"]);
      table.index(["place_code", "status", "package", "state", "started_at"]);
    });
  },
  async down(knex) {
    await knex.schema.alterTable("cases", (table) => {
      table.dropIndex(["place_code", "status", "due_rank"]);
      table.dropIndex(["place_code", "status", "package", "state", "started_at"]);
    });
    await knex.schema.alterTable("cases", (table) => table.dropColumn("due_rank"));
  },
};
