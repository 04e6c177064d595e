import type { Migration } from "./migration";

/** Which parents have something to hear of a linked matter: a queue, written with the child's own steps. */
export const linkQueue: Migration = {
  name: "012-link-queue",
  async up(knex) {
    await knex.schema.createTable("link_reports", (table) => {
      table.text("parent_id").notNullable().references("cases.id");
      table.text("name").notNullable();
      table.text("child_id").notNullable().references("cases.id");
      // The first of the child's steps that the parent has not heard of.
      table.integer("from_seq").notNullable();
      table.integer("tries").notNullable();
      // When to tell, or the end of a claim; null when parked.
      table.bigInteger("wake_at");
      table.primary(["parent_id", "name", "child_id"]);
      table.index(["wake_at", "child_id"]);
      table.index(["child_id"]);
    });
    await knex.raw(
      `insert into link_reports (parent_id, name, child_id, from_seq, tries, wake_at)
       select l.parent_id, l.name, l.child_id, l.told_seq + 1, 0, c.last_at
       from links l join cases c on c.id = l.child_id where c.seq > l.told_seq`,
    );
    await knex.raw("alter table links drop column told_seq");
  },
  async down(knex) {
    await knex.schema.alterTable("links", (table) => {
      table.integer("told_seq").notNullable().defaultTo(0);
    });
    await knex.raw(
      `update links set told_seq = coalesce(
         (select from_seq - 1 from link_reports r where r.parent_id = links.parent_id
            and r.name = links.name and r.child_id = links.child_id),
         (select seq from cases where id = links.child_id))`,
    );
    await knex.schema.dropTable("link_reports");
  },
};
