import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, normalizeResidentId, parseResidentId } from "../../../plugins/resident-id/number";
import { someDay } from "../../support/arbitrary-time";
import { makeResidentId } from "../../support/make-resident-id";

const someId = fc
  .record({ birthDate: someDay, order: fc.integer({ min: 0, max: 999 }) })
  .map(({ birthDate, order }) => ({ birthDate, order, id: makeResidentId({ birthDate, order }) }));

describe("a citizen's number", () => {
  it("is read as in the examples of GB 11643-1999", () => {
    expect(parseResidentId("11010519491231002X")).toEqual({
      birthDate: "1949-12-31",
      sex: "female",
    });
    expect(parseResidentId("440524188001010014")).toEqual({ birthDate: "1880-01-01", sex: "male" });
  });

  it("may be typed full-width, with spaces and a small x", () => {
    expect(normalizeResidentId("１１０１０５ １９４９１２３１ ００２ｘ")).toBe(
      "11010519491231002X",
    );
    expect(parseResidentId("110105 19491231 002x")?.birthDate).toBe("1949-12-31");
  });

  it.each([
    ["a digit missing", "1101051949123100X"],
    ["a digit too many", "110105194912310021X"],
    ["a wrong check character", "110105194912310021"],
    ["a day that does not exist", makeResidentId({ birthDate: "2026-02-30", order: 1 })],
    ["a birth before 1800", makeResidentId({ birthDate: "1799-12-31", order: 1 })],
    ["an X in the middle", "1101051949123X002X"],
    ["a leading zero", "01010519491231002X"],
    ["fifteen digits, as before 1999", "110105491231002"],
    ["nothing", ""],
  ])("is refused with %s", (_what, id) => {
    expect(parseResidentId(id)).toBeUndefined();
  });

  it("may have any region, retired and invented ones too", () => {
    expect(makeResidentId({ region: "991021", birthDate: "1984-05-06", order: 12 })).toMatch(
      /^991021/,
    );
    expect(
      parseResidentId(makeResidentId({ region: "991021", birthDate: "1984-05-06", order: 12 })),
    ).toEqual({ birthDate: "1984-05-06", sex: "female" });
  });

  it("gives back the birth date and the sex that it was made from", () => {
    fc.assert(
      fc.property(someId, ({ id, birthDate, order }) => {
        expect(parseResidentId(id)).toEqual({
          birthDate,
          sex: order % 2 === 1 ? "male" : "female",
        });
      }),
    );
  });

  it("catches every single wrong digit and every swap of neighbours", () => {
    const someSpot = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(someId, someSpot, fc.integer({ min: 1, max: 9 }), ({ id }, spot, shift) => {
        const wrong = (Number(id[spot]) + shift) % 10;
        expect(parseResidentId(id.slice(0, spot) + wrong + id.slice(spot + 1))).toBeUndefined();
        const swapped = id.slice(0, spot) + id[spot + 1] + id[spot] + id.slice(spot + 2);
        if (swapped !== id) expect(parseResidentId(swapped)).toBeUndefined();
      }),
    );
  });
});

describe("age", () => {
  const id = "11010519491231002X";

  it("is complete on the birthday, not before", () => {
    expect(ageOn(id, "2026-12-30")).toBe(76);
    expect(ageOn(id, "2026-12-31")).toBe(77);
    expect(ageOn(id, "1949-12-31")).toBe(0);
  });

  it("born on 29 February is complete on 1 March of a common year", () => {
    const leap = makeResidentId({ birthDate: "2008-02-29", order: 1 });
    expect(ageOn(leap, "2026-02-28")).toBe(17);
    expect(ageOn(leap, "2026-03-01")).toBe(18);
    expect(ageOn(leap, "2028-02-29")).toBe(20);
  });

  it("cannot be told before the birth, of a wrong number, or on what is no day", () => {
    expect(ageOn(id, "1949-12-30")).toBeUndefined();
    expect(ageOn("110105194912310021", "2026-11-23")).toBeUndefined();
    expect(ageOn(id, "2026")).toBeUndefined();
  });
});
