import { expect, test } from "vitest";
import { onPostgres } from "../postgres/test-databases";
import { openTestDatabase } from "../support/open-test-database";

/**
 * Every column that may be read without a key. A new column is either encrypted (`binary`) or argued for here:
 * ids, codes of places and units, package, hash, number, status, sequence, state, roles, assignee, moments, counts.
 */
const PLAIN: Record<string, string> = {
  adoptions: "from_day package to_day unit_id variant",
  assignments: "from_at id role to_at unit_id user_id",
  attachments: "at case_id id retention_class size type",
  audit: "act at case_id id user_id",
  case_events: "at body_hash case_id chained command_id previous retention_class seq",
  case_keys: "case_id retention_class",
  case_units: "case_id status unit_id",
  cases:
    "due_rank ended_as hash head id last_at number owner_id owner_name package paused_since place_code place_name " +
    "retention_class seq started_at state status",
  concerns: "case_id item queue rank sort_key",
  day_steps: "at case_id day seq user_id",
  definitions: "document hash",
  follow_codes: "case_id code_hash expires_at seq",
  link_reports: "child_id from_seq name parent_id tries wake_at",
  links: "child_id name parent_id",
  matter_queues: "case_id due_rank queue",
  messages: "at case_id key read_at user_id",
  model_adoptions: "decided_by from_day kind model settings to_day unit_id",
  notices: "board case_id from_day held id name provisional retention_class seq status until_day",
  number_sequences: "key value",
  old_register_lines: "day number package register unit_id year",
  outbox: "action case_id county fault id parked_at retention_class seq status tries wake_at",
  proposals: "begun_at begun_by from_day id model package revision status unit_id",
  register_lines: "at case_id correction line package register seq unit_id year",
  sessions: "seen_at started_at token_hash user_id",
  substitutions: "ended_at from_at id packages set_by substitute_id to_at user_id",
  tasks: "assignee case_id due_day due_rank id path provisional roles unit",
  timers:
    "armed_seq blocked case_id county deadline due_at fault id kind parked_at path provisional tries wake_at",
  trials: "began_at done proposal_id status total",
  unit_ancestors: "ancestor_id unit_id",
  unit_fact_history: "at facts set_by unit_id",
  unit_facts: "day facts unit_id",
  unit_prefixes: "prefix unit_id",
  units: "duty_phone id kind name parent_id",
  users: "created_at demo disabled_at id language large_type login password_hash",
  village_kinds: "decided_by from_day kind unit_id",
  whereabouts: "set_at user_id",
};

const SQLITE_COLUMNS = `select t.name as "table", c.name as "column", c.type from sqlite_master t
  join pragma_table_info(t.name) c
  where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'knex_%'
  order by t.name, c.name`;

const POSTGRES_COLUMNS = `select table_name as "table", column_name as "column", data_type as type
  from information_schema.columns
  where table_schema = 'public' and table_name not like 'knex_%'
  order by table_name collate "C", column_name collate "C"`;

test("every column is on the list of plain columns or encrypted", async () => {
  const db = await openTestDatabase();
  const columns = await db.run<{ table: string; column: string; type: string }>(
    onPostgres() ? POSTGRES_COLUMNS : SQLITE_COLUMNS,
  );
  const plain: Record<string, string[]> = {};
  for (const { table, column, type } of columns) {
    if (!/^(blob|bytea)$/i.test(type)) (plain[table] ??= []).push(column);
  }
  expect(
    Object.fromEntries(Object.entries(plain).map(([name, list]) => [name, list.join(" ")])),
  ).toEqual(PLAIN);
});
