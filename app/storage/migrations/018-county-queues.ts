import type { Migration } from "./migration";

/** What waits is claimed county by county, and what always fails is parked: one county never waits for another. */
export const countyQueues: Migration = {
  name: "018-county-queues",
  async up(knex) {
    for (const table of ["timers", "outbox"]) {
      await knex.schema.alterTable(table, (columns) => {
        // The county of the matter's place: six digits.
        columns.text("county").notNullable().defaultTo("");
        // When it was left alone after the last try; null while it is not.
        columns.bigInteger("parked_at");
        // The code of the last failure.
        columns.text("fault");
      });
      await knex.raw(
        `update ${table} set county =
           (select substr(c.place_code, 1, 6) from cases c where c.id = ${table}.case_id)`,
      );
    }
    await knex.schema.alterTable("timers", (columns) => {
      columns.integer("tries").notNullable().defaultTo(0);
    });
    await knex.raw("update outbox set parked_at = 0 where status = 'parked'");
    await knex.schema.alterTable("timers", (table) => {
      table.dropIndex(["wake_at", "case_id", "id"]);
    });
    await knex.schema.alterTable("outbox", (table) => {
      table.dropIndex(["wake_at", "id"]);
    });
    await knex.raw("create index timers_by_county on timers (county, wake_at, case_id, id)");
    await knex.raw("create index outbox_by_county on outbox (county, wake_at, id)");
    // Who was told of a matter is asked by the matter.
    await knex.raw("create index messages_by_case on messages (case_id)");
    await knex.raw("create index timers_tried on timers (county) where tries > 0");
    for (const table of ["timers", "outbox"]) {
      await knex.raw(
        `create index ${table}_parked on ${table} (county, parked_at) where parked_at is not null`,
      );
    }
    await knex.raw(
      "create index outbox_failed on outbox (county) where status = 'waiting' and fault is not null",
    );
  },
  async down(knex) {
    await knex.raw("drop index messages_by_case");
    for (const index of ["failed", "parked", "by_county"])
      await knex.raw(`drop index outbox_${index}`);
    for (const index of ["tried", "parked", "by_county"])
      await knex.raw(`drop index timers_${index}`);
    await knex.schema.alterTable("timers", (table) => {
      table.index(["wake_at", "case_id", "id"]);
    });
    await knex.schema.alterTable("outbox", (table) => {
      table.index(["wake_at", "id"]);
    });
    for (const table of ["timers", "outbox"]) {
      for (const column of ["county", "parked_at", "fault"])
        await knex.raw(`alter table ${table} drop column ${column}`);
    }
    await knex.raw("alter table timers drop column tries");
  },
};
