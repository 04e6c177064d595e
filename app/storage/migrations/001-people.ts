import type { Migration } from "./migration";

/** Units, people, their assignments and sessions, and which definition a unit has adopted. */
export const people: Migration = {
  name: "001-people",
  async up(knex) {
    await knex.schema.createTable("units", (table) => {
      table.text("id").primary();
      table.text("kind").notNullable();
      table.text("name").notNullable();
      table.text("parent_id");
      table.text("duty_phone");
    });
    await knex.schema.createTable("unit_prefixes", (table) => {
      table.text("prefix").notNullable();
      table.text("unit_id").notNullable().references("units.id");
      table.primary(["prefix", "unit_id"]);
      table.index(["unit_id"]);
    });
    // A unit's chain upwards, itself included: who owns a matter by way of whom is one indexed look.
    await knex.schema.createTable("unit_ancestors", (table) => {
      table.text("unit_id").notNullable().references("units.id");
      table.text("ancestor_id").notNullable().references("units.id");
      table.primary(["unit_id", "ancestor_id"]);
    });
    await knex.schema.createTable("users", (table) => {
      table.text("id").primary();
      table.text("login").notNullable().unique();
      table.binary("name").notNullable();
      table.text("password_hash");
      table.integer("demo").notNullable();
      table.bigInteger("disabled_at");
      table.text("language").notNullable();
      table.integer("large_type").notNullable();
      table.bigInteger("created_at").notNullable();
    });
    await knex.schema.createTable("assignments", (table) => {
      table.text("id").primary();
      table.text("user_id").notNullable().references("users.id");
      table.text("role").notNullable();
      table.text("unit_id").notNullable().references("units.id");
      table.bigInteger("from_at").notNullable();
      table.bigInteger("to_at");
      table.index(["user_id"]);
    });
    await knex.schema.createTable("sessions", (table) => {
      table.text("token_hash").primary();
      table.text("user_id").notNullable().references("users.id");
      table.bigInteger("started_at").notNullable();
      table.bigInteger("seen_at").notNullable();
      table.index(["user_id"]);
    });
    await knex.schema.createTable("adoptions", (table) => {
      table.text("unit_id").notNullable().references("units.id");
      table.text("package").notNullable();
      table.text("variant");
      table.text("from_day").notNullable();
      table.text("to_day");
      table.primary(["unit_id", "package", "from_day"]);
    });
  },
  async down(knex) {
    const tables = ["adoptions", "sessions", "assignments", "users"];
    const unitTables = ["unit_ancestors", "unit_prefixes", "units"];
    for (const table of [...tables, ...unitTables]) await knex.schema.dropTable(table);
  },
};
