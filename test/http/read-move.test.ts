import { describe, expect, test } from "vitest";
import { readMove } from "../../app/http/read-move";

function read(fields: Record<string, string>) {
  const form = new FormData();
  const whole = { commandId: "c-1", expectedSeq: "4", ...fields };
  for (const [name, value] of Object.entries(whole)) form.append(name, value);
  const answer = readMove(form, "991021-x");
  return answer.ok ? answer.value : answer.refusal.code;
}

const base = { caseId: "991021-x", commandId: "c-1", expectedSeq: 4 };

describe("a button of a matter's page", () => {
  test("asks for a move with its reason, and for a return where to and which way on", () => {
    expect(read({ intent: "move:void", reason: " 重复登记 " })).toEqual({
      intent: "move",
      move: { ...base, move: "void", reason: "重复登记" },
    });
    expect(
      read({ intent: "move:return", reason: "补住址", to: "consent", way: "straight" }),
    ).toEqual({
      intent: "move",
      move: { ...base, move: "return", reason: "补住址", to: "consent", way: "straight" },
    });
  });

  test("calls the officer", () => {
    expect(read({ intent: "call" })).toEqual({ intent: "call", call: base });
    expect(read({ intent: "call", note: "人在村委会" })).toEqual({
      intent: "call",
      call: { ...base, note: "人在村委会" },
    });
  });

  test.each<Record<string, string>>([
    { intent: "move:delete" },
    { intent: "send" },
    { intent: "move:void", expectedSeq: "x" },
  ])("is refused where there is no such thing: %j", (fields) => {
    expect(read(fields)).toBe("http/malformed");
  });
});
