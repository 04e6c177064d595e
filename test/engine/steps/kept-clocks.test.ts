import { expect, test } from "vitest";
import type { Timer } from "../../../app/engine/case";
import { keptClocks } from "../../../app/engine/steps/kept-clocks";

function clock(armedSeq: number, change: Partial<Timer> & { suffix?: string } = {}): Timer {
  const { suffix = "", ...rest } = change;
  return {
    ...{ id: `mediating:due:${armedSeq}${suffix}`, kind: "remind", path: "mediating" },
    ...{ deadline: "due", armedSeq, dueAt: armedSeq, day: null, provisional: false },
    ...{ remainder: null, blocked: false, fired: false },
    ...rest,
  };
}

test("each clock goes on as the one that it was: reminders and rungs of one deadline stay several", () => {
  const before = [
    clock(2, { suffix: ":r-3" }),
    clock(2, { suffix: ":r-1" }),
    clock(2, { suffix: ":lchief", kind: "rung" }),
    clock(2, { kind: "due" }),
  ];
  const anew = [
    clock(9, { suffix: ":r-3" }),
    clock(9, { suffix: ":r-1" }),
    clock(9, { suffix: ":lchief", kind: "rung" }),
    clock(9, { kind: "due" }),
  ];
  expect(keptClocks(anew, before)).toEqual(before);
});

test("a clock that was not there runs from now on", () => {
  const anew = [clock(9, { suffix: ":r-3" }), clock(9, { path: "signing", id: "signing:due:9" })];
  expect(keptClocks(anew, [])).toEqual(anew);
  const order = clock(4, { id: "qy.order:4", kind: "order", path: "", deadline: "qy.order" });
  expect(keptClocks([order], [order])).toEqual([order]);
});
