import { describe, expect, test } from "vitest";
import { found, openFilled, tamper } from "./filled-database";

describe("a history that was tampered with", () => {
  const where = "where case_id = 'a' and seq =";
  test.each<[string, string[], string[]]>([
    [
      "a changed moment",
      [`update case_events set at = at + 1 ${where} 2`],
      ["verify/chain a/2", "verify/entry a/2"],
    ],
    [
      "a changed command id",
      [`update case_events set command_id = 'x' ${where} 3`],
      ["verify/chain a/3", "verify/entry a/3"],
    ],
    [
      "a changed payload",
      [`update case_events set payload = zeroblob(length(payload)) ${where} 2`],
      ["verify/chain a/2", "verify/unreadable a/2"],
    ],
    [
      "the payload of another line",
      [`update case_events set payload = (select payload from case_events ${where} 1) ${where} 2`],
      ["verify/chain a/2", "verify/unreadable a/2"],
    ],
    [
      "two lines that changed places",
      [
        `update case_events set seq = 99 ${where} 1`,
        `update case_events set seq = 1 ${where} 2`,
        `update case_events set seq = 2 ${where} 99`,
      ],
      ["verify/chain a/1", "verify/unreadable a/1", "verify/unreadable a/2"],
    ],
    [
      "a removed first line",
      [`delete from case_events ${where} 1`],
      ["verify/gap a/2", "verify/chain a/2"],
    ],
    [
      "a removed line",
      [`delete from case_events ${where} 2`],
      ["verify/gap a/3", "verify/chain a/3"],
    ],
    ["a removed last line", [`delete from case_events ${where} 3`], ["verify/end a/2"]],
    [
      "an inserted line",
      [
        `insert into case_events select case_id, 4, at, 'x', body_hash, retention_class, chained, chained, payload
         from case_events ${where} 3`,
      ],
      ["verify/chain a/4", "verify/unreadable a/4", "verify/end a/4"],
    ],
    ["all lines removed", ["delete from case_events where case_id = 'a'"], ["verify/end a/0"]],
  ])("%s is found, with the matter and the step", async (_, statements, expected) => {
    const db = await openFilled();
    await tamper(db, statements);
    expect(await found(db)).toEqual(expected);
  });
});
