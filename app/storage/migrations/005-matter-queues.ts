import type { Migration } from "./migration";

/** Worklists hold matters, not tasks: one row for each matter in each queue, at its soonest due date there. */
export const matterQueues: Migration = {
  name: "005-matter-queues",
  async up(knex) {
    await knex.schema.createTable("matter_queues", (table) => {
      // `<role>@<unit>`, or `@<user>` for what is with one person.
      table.text("queue").notNullable();
      table.bigInteger("due_rank").notNullable();
      table.text("case_id").notNullable().references("cases.id");
      table.primary(["queue", "due_rank", "case_id"]);
      table.unique(["case_id", "queue"]);
    });
    await knex.raw(
      `insert into matter_queues (queue, due_rank, case_id)
       select q.queue, min(q.due_rank), t.case_id
       from task_queues q join tasks t on t.id = q.task_id group by q.queue, t.case_id`,
    );
    await knex.raw(
      `insert into matter_queues (queue, due_rank, case_id)
       select '@' || assignee, min(due_rank), case_id
       from tasks where assignee is not null group by assignee, case_id`,
    );
    await knex.schema.dropTable("task_queues");
    await knex.schema.alterTable("tasks", (table) => {
      table.dropIndex(["assignee", "due_rank", "id"]);
    });
  },
  async down(knex) {
    await knex.schema.alterTable("tasks", (table) => {
      table.index(["assignee", "due_rank", "id"]);
    });
    // Left empty: what stands in it follows from tasks and units.
    await knex.schema.createTable("task_queues", (table) => {
      table.text("queue").notNullable();
      table.bigInteger("due_rank").notNullable();
      table.text("task_id").notNullable().references("tasks.id").onDelete("CASCADE");
      table.primary(["queue", "due_rank", "task_id"]);
      table.index(["task_id"]);
    });
    await knex.schema.dropTable("matter_queues");
  },
};
