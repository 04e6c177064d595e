import { expect, test } from "vitest";
import { readVote } from "../../app/http/read-vote";

const at = { caseId: "991021-1", task: "991021-1:sign:2:1" };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

function posted(fields: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ commandId: "c", expectedSeq: "3", ...fields }))
    form.set(name, value);
  return form;
}

async function faultsOf(fields: Record<string, string | Blob>): Promise<string[]> {
  const read = await readVote(posted(fields), at);
  return read.ok ? [] : (read.refusal.fields ?? []).map(({ pointer }) => pointer);
}

test("an answer is chosen, and a rejection says why", async () => {
  expect(await faultsOf({})).toEqual(["answer"]);
  expect(await faultsOf({ answer: "perhaps" })).toEqual(["answer"]);
  expect(await faultsOf({ answer: "reject", reason: "  " })).toEqual(["reason"]);
  expect(await readVote(posted({ answer: "reject", reason: " 太贵 " }), at)).toEqual({
    ok: true,
    value: { ...at, commandId: "c", expectedSeq: 3, answer: "reject", reason: "太贵" },
  });
  expect(await readVote(posted({ answer: "agree", reason: "" }), at)).toMatchObject({
    value: { answer: "agree" },
  });
});

test("a meeting's counts fit those who may vote, and come with the sheet's photo", async () => {
  const sheet = {
    ...{ eligible: "３０", agree: "20", reject: "5", abstain: "0" },
    ...{ enteredForName: "龙德海", enteredForDay: "2026-11-20" },
    enteredForPhoto: new Blob([PNG], { type: "image/png" }),
  };
  expect(await readVote(posted(sheet), at)).toMatchObject({
    ok: true,
    value: {
      answer: "agree",
      counts: { eligible: 30, agree: 20, reject: 5, abstain: 0 },
      enteredFor: { name: "龙德海", originalDay: "2026-11-20" },
    },
  });
  expect(await faultsOf({ ...sheet, agree: "26" })).toEqual(["eligible"]);
  expect(await faultsOf({ ...sheet, agree: "0", reject: "0" })).toEqual(["eligible"]);
  expect(await faultsOf({ ...sheet, abstain: "", agree: "-1" })).toEqual(["agree", "abstain"]);
  const without = { ...sheet, enteredForPhoto: "", enteredForName: "" };
  expect(await faultsOf(without)).toEqual(["enteredForName", "enteredForPhoto"]);
});
