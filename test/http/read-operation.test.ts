import { describe, expect, test } from "vitest";
import { readCall } from "../../app/http/read-call";
import { readOperation, readPostedOperation } from "../../app/http/read-operation";

const base = { caseId: "991021-x", commandId: "c-1", expectedSeq: 4 };

function posted(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  const whole = { commandId: "c-1", expectedSeq: "4", ...fields };
  for (const [name, value] of Object.entries(whole)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

function read(key: string, fields: Record<string, string | string[]> = {}, task?: string) {
  const about = { caseId: "991021-x", key, task: task ?? null, answers: null };
  const answer = readOperation(posted(fields), about);
  return answer.ok ? answer.value.input : answer.refusal.code;
}

describe("an operation's page", () => {
  test("asks for a move with its reason, and for a return where to and which way on", () => {
    expect(read("void", { reason: " 重复登记 " })).toEqual({
      ...base,
      move: "void",
      reason: "重复登记",
    });
    expect(read("return", { reason: "补住址", state: "consent", way: "straight" })).toEqual({
      ...{ ...base, move: "return", reason: "补住址", to: "consent", way: "straight" },
    });
    expect(read("return", { reason: "补住址", way: "sideways" })).not.toHaveProperty("way");
  });

  test("asks for an operation on its task with those who are named, and leaves out what is empty", () => {
    const fields = { to: ["hejing", "", "qinming"], text: "两条\r\n意见", until: "" };
    expect(read("lend", fields, "c:reported:1")).toEqual({
      ...{ ...base, operation: "lend", task: "c:reported:1" },
      ...{ to: ["hejing", "qinming"], text: "两条\n意见" },
    });
    expect(read("urge")).toEqual({ ...base, operation: "urge" });
  });

  test("looks for people only where that was pressed", () => {
    expect(readPostedOperation(posted({ intent: "search", search: "青石" }))).toMatchObject({
      ...{ intent: "search", search: "青石" },
    });
    expect(readPostedOperation(posted({ intent: "anything" })).intent).toBe("send");
  });

  test("is refused where there is no such thing", () => {
    expect(read("delete")).toBe("operation/unknown");
    expect(read("void", { expectedSeq: "x" })).toBe("http/malformed");
  });
});

describe("报民警确认", () => {
  test("calls, with what was said", () => {
    const called = (fields: Record<string, string>) => {
      const answer = readCall(posted(fields), "991021-x");
      return answer.ok ? answer.value : answer.refusal.code;
    };
    expect(called({ intent: "call" })).toEqual(base);
    const note = "人在村委会";
    expect(called({ intent: "call", note })).toEqual({ ...base, note });
    expect(called({ intent: "call", expectedSeq: "x" })).toBe("http/malformed");
    // Whatever else is sent to the matter's page is no call.
    expect(called({ intent: "move:fly" })).toBe("http/malformed");
    expect(called({})).toBe("http/malformed");
  });
});
