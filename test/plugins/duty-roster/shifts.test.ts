import fc from "fast-check";
import { describe, expect, it } from "vitest";
import dutyRoster from "../../../plugins/duty-roster/index";
import {
  isLine,
  normalizeLine,
  readLine,
  SHIFT_KINDS,
  writeShift,
} from "../../../plugins/duty-roster/shifts";

const formatOf = (name: string) => {
  const format = dutyRoster.formats?.find((one) => one.name === name);
  if (format === undefined) throw new Error(name);
  return { accepts: (text: string) => format.test(format.normalize?.(text) ?? text), ...format };
};

describe("a line of a roster", () => {
  it("is read as people type it", () => {
    expect(normalizeLine(" 值班、休息， 下村:石桥村／柏树村　警务室 ")).toBe(
      "值班 休 下村：石桥村/柏树村 警务室",
    );
    expect(isLine("值班 休 下村：石桥村/柏树村 未排")).toBe(true);
  });

  it("has no other words, and places only where there are some", () => {
    for (const wrong of ["上班", "值班：石桥村", "下村：", "下村：a：b", "下村：<b>", "值 班"]) {
      expect(isLine(normalizeLine(wrong))).toBe(false);
    }
  });

  const shift = fc.oneof(
    fc.constantFrom(...SHIFT_KINDS).map((kind) => ({ kind, places: [] as string[] })),
    fc
      .tuple(
        fc.constantFrom(...SHIFT_KINDS.filter((kind) => kind.placed)),
        fc.array(fc.constantFrom("石桥村", "柏树村", "A1"), { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, places]) => ({ kind, places })),
    fc.constant(null),
  );

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.array(shift, { minLength: 1, maxLength: 31 }), (shifts) => {
        const written = shifts.map(writeShift).join(" ");
        expect(isLine(written)).toBe(true);
        expect(normalizeLine(written)).toBe(written);
        expect(readLine(written)).toEqual(shifts);
      }),
    );
  });

  it("normalizing twice changes nothing more, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(normalizeLine(normalizeLine(typed))).toBe(normalizeLine(typed));
        readLine(typed);
      }),
    );
  });
});

describe("the other formats", () => {
  it("take days of the month", () => {
    const dates = formatOf("dates");
    expect(dates.normalize?.("24号、２５日 3")).toBe("24 25 3");
    expect(dates.accepts("24、25")).toBe(true);
    expect(dates.accepts("")).toBe(true);
    expect(dates.accepts("32")).toBe(false);
    expect(dates.accepts("明天")).toBe(false);
  });

  it("take a span of the day", () => {
    const span = formatOf("span");
    expect(span.normalize?.("8:30—17：30")).toBe("08:30-17:30");
    expect(span.accepts("17:30至08:30")).toBe(true);
    expect(span.accepts("25:00-26:00")).toBe(false);
  });

  it("take one shift and no more", () => {
    expect(formatOf("shift").accepts("值班")).toBe(true);
    expect(formatOf("shift").accepts("值班 休")).toBe(false);
  });

  it("change nothing more when applied twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...(dutyRoster.formats ?? [])), fc.string(), (format, typed) => {
        const once = format.normalize?.(typed) ?? typed;
        expect(format.normalize?.(once)).toBe(once);
        format.test(typed);
      }),
    );
  });
});
