import { describe, expect, test } from "vitest";
import { saveAttachment } from "../../../app/storage/attachments";
import { createCaseStore } from "../../../app/storage/case-store";
import { claimEffects, failEffect, finishEffect } from "../../../app/storage/outbox";
import { claimDueTimers } from "../../../app/storage/timer-queue";
import { makeStep, makeWork, NOW } from "../../support/make-work";
import { openDatabaseWithUnits } from "../../support/open-test-database";
import { found, openFilled, tamper, verify } from "./filled-database";

describe("what is as it should be", () => {
  test("is read whole, and nothing is found", async () => {
    const db = await openFilled();
    expect(await verify(db)).toEqual({ cases: 2, steps: 4, replayed: 0, findings: [] });
  });

  test("stays so while workers claim, fail and finish", async () => {
    const db = await openFilled();
    const claim = { county: "991021", now: NOW, limit: 2, lease: 1000 };
    await claimDueTimers(db, claim);
    const [done, failed] = await claimEffects(db, claim);
    await finishEffect(db, done?.id ?? "");
    await failEffect(db, { id: failed?.id ?? "", now: NOW, error: "no line" });
    expect(await found(db)).toEqual([]);
  });

  test("includes an empty database", async () => {
    expect(await found(await openDatabaseWithUnits())).toEqual([]);
  });

  test("includes a photo whose step was never taken", async () => {
    const db = await openFilled();
    const photo = { id: "q", caseId: "c", retentionClass: "mediation", type: "image/png", at: NOW };
    await saveAttachment(db, { ...photo, bytes: Buffer.from([1]) });
    expect(await found(db)).toEqual([]);
  });
});

describe("a matter that does not agree with its history", () => {
  const a = "where id = 'a'";
  const ofA = "where case_id = 'a'";
  test.each<[string, string, string]>([
    ["its status", `update cases set status = 'ended' ${a}`, "verify/columns a/3"],
    ["its number", `update cases set number = '9' ${a}`, "verify/columns a/3"],
    ["its chain's end", `update cases set head = '' ${a}`, "verify/columns a/3"],
    ["its title", `update cases set title = zeroblob(60) ${a}`, "verify/unreadable a/3"],
    ["its data", `update cases set body = zeroblob(60) ${a}`, "verify/unreadable a/3"],
    ["its version", `update cases set seq = 4 ${a}`, "verify/end a/3"],
    ["a task too few", `delete from tasks ${ofA}`, "verify/rows a/3"],
    ["whose task it is", `update tasks set assignee = 'u9' ${ofA}`, "verify/rows a/3"],
    ["a timer too few", `delete from timers ${ofA} and id = 't1'`, "verify/rows a/3"],
    ["when a timer is due", `update timers set due_at = due_at + 1 ${ofA}`, "verify/rows a/3"],
    ["a timer put to sleep", `update timers set wake_at = null ${ofA}`, "verify/rows a/3"],
    [
      "a blocked timer awake",
      `update timers set wake_at = 1 ${ofA} and id = 't2'`,
      "verify/rows a/3",
    ],
    ["an effect lost", `delete from outbox ${ofA} and seq = 1`, "verify/rows a/3"],
    [
      "an effect's text",
      `update outbox set params = zeroblob(60) ${ofA} and seq = 1`,
      "verify/unreadable a/3",
    ],
    ["a link lost", "delete from links", "verify/rows a/3"],
    ["a register line lost", `delete from register_lines ${ofA} and seq = 2`, "verify/rows a/3"],
    ["the book of a line", `update register_lines set year = 2027 ${ofA}`, "verify/rows a/3"],
    ["a cell", `update register_lines set cells = zeroblob(60) ${ofA}`, "verify/unreadable a/3"],
    ["a notice lost", `delete from notices ${ofA}`, "verify/rows a/3"],
    [
      "a notice's last day",
      `update notices set until_day = '2027-01-01' ${ofA}`,
      "verify/rows a/3",
    ],
    ["a mark on a notice", `update notices set held = '' ${ofA}`, "verify/rows a/3"],
    [
      "a notice's words",
      `update notices set content = zeroblob(60) ${ofA}`,
      "verify/unreadable a/3",
    ],
    [
      "the units that see it",
      `delete from case_units ${ofA} and unit_id = 'area'`,
      "verify/rows a/3",
    ],
    ["a worklist", `delete from matter_queues ${ofA}`, "verify/rows a/3"],
  ])("%s is found", async (_, sql, expected) => {
    const db = await openFilled();
    await tamper(db, [sql]);
    expect(await found(db)).toContain(expected);
  });

  test("a body of an earlier step is found, although it is genuine", async () => {
    const db = await openFilled();
    const [before] = await db.run<{ body: Buffer }>("select body from cases where id = 'b'");
    const [child] = (
      await createCaseStore(db).read({ cases: ["b"], commands: [], sequences: [] })
    ).cases.values();
    if (!child || !before) throw new Error("b is missing");
    expect(await createCaseStore(db).commit([makeWork({ before: child })])).toEqual([{ ok: true }]);
    expect(await found(db)).toEqual([]);
    await db.run("update cases set body = ? where id = 'b'", [before.body]);
    expect(await found(db)).toEqual(["verify/unreadable b/2"]);
  });

  test("data that the history does not add up to is found, and its parts named", async () => {
    const db = await openFilled();
    const step = makeStep({ caseId: "c" });
    step.next.data = { note: "another" };
    step.next.visited = [];
    await createCaseStore(db).commit([makeWork(step)]);
    const { findings } = await verify(db);
    expect(findings).toMatchObject([{ code: "verify/fold", caseId: "c", seq: 1 }]);
    expect(findings[0]?.message.en).toContain("(data, visited)");
  });
});

describe("what belongs to no single matter", () => {
  test.each<[string, string[], string]>([
    ["a number counted too far", ["update number_sequences set value = 9"], "verify/numbers"],
    ["a number forgotten", ["delete from number_sequences"], "verify/numbers"],
    ["an altered name", ["update users set name = zeroblob(60)"], "verify/unreadable"],
    [
      "an altered attachment",
      ["update attachments set bytes = zeroblob(60)"],
      "verify/unreadable a/",
    ],
    [
      "an altered key",
      ["update case_keys set wrapped = zeroblob(60) where case_id = 'b'"],
      "verify/unreadable b/1",
    ],
    ["a removed key", ["delete from case_keys where case_id = 'b'"], "verify/unreadable b/1"],
    ["a missing definition", ["delete from definitions"], "verify/definition a/3"],
    [
      "a matter removed with its history",
      ["delete from case_events where case_id = 'b'", "delete from cases where id = 'b'"],
      "verify/orphans",
    ],
  ])("%s is found", async (_, statements, expected) => {
    const db = await openFilled();
    await tamper(db, statements);
    expect(await found(db)).toContain(expected);
  });

  test("a matter removed without a trace is missed by its number", async () => {
    const db = await openFilled();
    const tables = [
      "case_events",
      "tasks",
      "matter_queues",
      "timers",
      "case_units",
      "case_keys",
      "outbox",
    ];
    await tamper(db, [
      ...tables.map((table) => `delete from ${table} where case_id = 'b'`),
      "delete from links where child_id = 'b'",
      "delete from cases where id = 'b'",
    ]);
    expect(await found(db)).toContain("verify/numbers");
  });

  test("a command stored twice is found, even where the guarding index is gone", async () => {
    const db = await openFilled();
    await db.knex.schema.alterTable("case_events", (table) => table.dropUnique(["command_id"]));
    await db.run("update case_events set command_id = 'a/1' where case_id = 'a' and seq = 2");
    const codes = await found(db);
    expect(codes).toContain("verify/entry a/1");
    expect(codes).toContain("verify/chain a/2");
  });

  test("an altered definition is found", async () => {
    const db = await openFilled();
    expect(await found(db, { hashOf: () => "other" })).toEqual([
      "verify/definition a/3",
      "verify/definition b/1",
    ]);
  });
});

describe("replay", () => {
  test("counts the steps that came out the same", async () => {
    const db = await openFilled();
    const report = await verify(db, {
      replay: (entries) => ({ same: true, seq: entries.length }),
    });
    expect(report).toMatchObject({ replayed: 4, findings: [] });
  });

  test("names the step that differs, is refused, or cannot be taken again", async () => {
    const db = await openFilled();
    const differs = { same: false, seq: 2, why: "differs", detail: "tasks" } as const;
    expect(await found(db, { replay: () => differs })).toContain("verify/replay-differs a/2");
    const refused = { ...differs, why: "refused" } as const;
    expect(await found(db, { replay: () => refused })).toContain("verify/replay-refused a/2");
    const impossible = { impossible: "no plugin" };
    expect(await found(db, { replay: () => impossible })).toContain("verify/replay-impossible a/");
  });

  test("is not tried on a history that is broken", async () => {
    const db = await openFilled();
    await db.run("update case_events set at = 1 where case_id = 'a'");
    const replayed: string[] = [];
    await verify(db, {
      replay: (entries) => {
        replayed.push(entries[0]?.caseId ?? "");
        return { same: true, seq: 0 };
      },
    });
    expect(replayed).toEqual(["b"]);
  });
});
