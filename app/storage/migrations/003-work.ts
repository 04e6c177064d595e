import type { Migration } from "./migration";

/** What waits: tasks for people, timers for the clock, effects for the outbox. */
export const work: Migration = {
  name: "003-work",
  async up(knex) {
    await knex.schema.createTable("tasks", (table) => {
      table.text("id").primary();
      table.text("case_id").notNullable().references("cases.id");
      table.text("path").notNullable();
      table.text("roles").notNullable();
      table.text("assignee");
      // `due_at`, or a moment after all others where there is none: one ascending index serves the list.
      table.bigInteger("due_rank").notNullable();
      table.text("due_day");
      table.integer("provisional").notNullable();
      table.index(["case_id"]);
      table.index(["assignee", "due_rank", "id"]);
    });
    // One row for each role and unit that may take the task (`<role>@<unit>`): a worklist is one range.
    await knex.schema.createTable("task_queues", (table) => {
      table.text("queue").notNullable();
      table.bigInteger("due_rank").notNullable();
      table.text("task_id").notNullable().references("tasks.id").onDelete("CASCADE");
      table.primary(["queue", "due_rank", "task_id"]);
      table.index(["task_id"]);
    });
    await knex.schema.createTable("timers", (table) => {
      table.text("case_id").notNullable().references("cases.id");
      table.text("id").notNullable();
      table.text("kind").notNullable();
      table.text("path").notNullable();
      table.text("deadline").notNullable();
      table.integer("armed_seq").notNullable();
      table.bigInteger("due_at");
      table.integer("provisional").notNullable();
      table.integer("blocked").notNullable();
      // When to look at it next: the due moment, or the end of a claim; null while paused or blocked.
      table.bigInteger("wake_at");
      table.primary(["case_id", "id"]);
      table.index(["wake_at", "case_id", "id"]);
    });
    await knex.schema.createTable("outbox", (table) => {
      table.text("id").primary();
      table.text("case_id").notNullable().references("cases.id");
      table.integer("seq").notNullable();
      table.text("action").notNullable();
      table.text("status").notNullable();
      table.integer("tries").notNullable();
      // When to try next, or the end of a claim; null when done or parked.
      table.bigInteger("wake_at");
      table.text("retention_class").notNullable();
      table.binary("params").notNullable();
      table.binary("last_error");
      table.index(["wake_at", "id"]);
      table.index(["status", "id"]);
      table.index(["case_id"]);
    });
  },
  async down(knex) {
    for (const table of ["outbox", "timers", "task_queues", "tasks"])
      await knex.schema.dropTable(table);
  },
};
