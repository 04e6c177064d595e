import type { Migration } from "./migration";

/** What was dated before its year had a calendar is found without reading every clock. */
export const provisionalDates: Migration = {
  name: "016-provisional-dates",
  async up(knex) {
    await knex.raw("create index timers_provisional on timers (case_id) where provisional = 1");
    await knex.raw("create index notices_provisional on notices (case_id) where provisional = 1");
  },
  async down(knex) {
    await knex.raw("drop index notices_provisional");
    await knex.raw("drop index timers_provisional");
  },
};
