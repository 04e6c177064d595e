import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { createLinearSolver } from "../../../app/runtime/solver/highs-solver";
import { checkRoster } from "../../../plugins/duty-roster/check-roster";
import { withShifts, type Roster } from "../../../plugins/duty-roster/roster";
import { writeShift } from "../../../plugins/duty-roster/shifts";
import type { Demand } from "../../../plugins/duty-roster/solve/demand";
import { modelOf, writeProgramme } from "../../../plugins/duty-roster/solve/programme";
import { proposeRoster, type Proposal } from "../../../plugins/duty-roster/solve/propose-roster";
import { line, rosterOf, SOUND } from "./make-roster";

const solver = createLinearSolver();
afterAll(() => solver.close());

const plan = { way: "plan", from: 0 } as const;

function propose(
  roster: Roster,
  more: Partial<Parameters<typeof proposeRoster>[1]> = {},
): Promise<Proposal> {
  const solve = solver.solve;
  const standard = { ask: plan, given: new Set<never>(), seconds: 20, progress: () => undefined };
  return proposeRoster(roster, { solve, ...standard, ...more });
}

async function found(roster: Roster, more?: Parameters<typeof propose>[1]): Promise<Roster> {
  const proposal = await propose(roster, more);
  if (!proposal.found) throw new Error(`clash: ${textsOf(proposal).join("；")}`);
  return proposal.roster;
}

function textsOf(proposal: Proposal): string[] {
  return proposal.found ? [] : (proposal.clash?.demands ?? []).map(({ text }) => text.zh);
}

function wordsOf(roster: Roster, name: string): string[] {
  const row = roster.rows.find((one) => one.name === name);
  return (row?.shifts ?? []).map(writeShift);
}

async function canHold(roster: Roster, demands: readonly Demand[]): Promise<boolean> {
  const programme = writeProgramme(roster, { ask: plan, given: new Set() });
  const wanted = new Set(demands.map(({ text }) => text.zh));
  const same = programme.demands.filter(({ text }) => wanted.has(text.zh));
  expect(same).toHaveLength(demands.length);
  const model = modelOf(programme, { demands: same, free: true });
  const { status } = await solver.solve(model, { seconds: 20, gap: 1e6 });
  expect(status).not.toBe("unknown");
  return status !== "infeasible";
}

/** A small station, often with too few people for what it wants. */
const stations = fc
  .record({
    officers: fc.integer({ min: 2, max: 7 }),
    auxiliaries: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 5, max: 10 }),
    firstDay: fc.integer({ min: 16, max: 22 }),
    rooms: fc.boolean(),
    trained: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    exempt: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    away: fc.array(fc.array(fc.integer({ min: 16, max: 30 }), { maxLength: 2 }), {
      ...{ minLength: 10, maxLength: 10 },
    }),
    before: fc.constantFrom("", "值班", "值班 值班", "夜班"),
    minAuxiliaries: fc.integer({ min: 0, max: 1 }),
    maxHoursWeek: fc.constantFrom(40, 48),
    visitWeeks: fc.integer({ min: 1, max: 2 }),
    minVisitsPerWeek: fc.integer({ min: 1, max: 2 }),
    villages: fc.constantFrom("", "石桥村 柏树村", "石桥村 柏树村 岩湾村 松坪村 梨坪村"),
    open: fc.boolean(),
    nightSkills: fc.constantFrom("", "", "勘查"),
  })
  .map((made): Roster => {
    const rows = Array.from({ length: made.officers + made.auxiliaries }, (_, at): JsonObject => {
      const officer = at < made.officers;
      return line(`人${at}`, at === 0 ? "chief" : officer ? "officer" : "auxiliary", "", {
        trained: officer || made.trained[at] ? "yes" : "no",
        nightExempt: made.exempt[at] && at > 0 ? "yes" : "no",
        away: (made.away[at] ?? []).join(" "),
        skills: at % 2 === 0 ? "勘查" : "",
        room: !officer && made.rooms ? ["石桥村", "柏树村", "岩湾村"][at - made.officers] : "",
        ...(at === 0 ? { before: made.before } : {}),
      } as JsonObject);
    });
    const { minAuxiliaries, maxHoursWeek, visitWeeks, minVisitsPerWeek, nightSkills } = made;
    return rosterOf(rows, {
      data: {
        ...{ from: `2026-11-${made.firstDay}`, days: made.days, villages: made.villages },
        openHours: made.open ? [{ weekday: "3", place: "石桥村" }] : [],
      },
      params: { minAuxiliaries, maxHoursWeek, visitWeeks, minVisitsPerWeek, nightSkills },
    });
  });

describe("a proposal", () => {
  test("has no conflict; where there is none, the demands named clash, and without any of them they do not", async () => {
    const seen = { found: 0, clashed: 0 };
    await fc.assert(
      fc.asyncProperty(stations, async (roster) => {
        const proposal = await propose(roster);
        if (proposal.found) {
          seen.found += 1;
          expect(checkRoster(proposal.roster).map(({ key }) => key)).toEqual([]);
          return;
        }
        seen.clashed += 1;
        const { clash } = proposal;
        if (clash === null) throw new Error("a small station is settled in time");
        expect(clash.irreducible).toBe(true);
        expect(clash.demands.length).toBeGreaterThan(0);
        expect(await canHold(roster, clash.demands)).toBe(false);
        for (const demand of clash.demands) {
          const others = clash.demands.filter((one) => one !== demand);
          expect(await canHold(roster, others)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen.found, JSON.stringify(seen)).toBeGreaterThan(0);
    expect(seen.clashed).toBeGreaterThan(0);
  });

  test("says in words what clashes", async () => {
    const alone = [
      line("高原", "officer", ""),
      line("杨秀兰", "auxiliary", "", { room: "石桥村" }),
    ];
    const proposal = await propose(rosterOf(alone, { params: { maxConsecutiveNights: 1 } }));
    expect(textsOf(proposal)).toContain("高原最多连着值 1 夜");
    expect(textsOf(proposal).filter((text) => /夜里要有民警 1 人$/.test(text))).toHaveLength(2);
    expect(textsOf(proposal)).toHaveLength(3);
  });

  test("keeps what was locked by hand, leave and training", async () => {
    const rows = [
      ...SOUND.slice(0, 3).map((row) => ({ ...row, shifts: "", locked: "" })),
      line("谢峰", "officer", "值班 未排 未排 请假 未排 未排 值班", { locked: "23 29" }),
      line("石永福", "auxiliary", "培训 未排 未排 未排 未排 未排 未排", { trained: "no" }),
    ];
    const proposed = await found(rosterOf(rows, { data: { villages: "石桥村" } }));
    expect(wordsOf(proposed, "谢峰")[0]).toBe("值班");
    expect(wordsOf(proposed, "谢峰")[3]).toBe("请假");
    expect(wordsOf(proposed, "谢峰")[6]).toBe("值班");
    expect(wordsOf(proposed, "石永福")).toEqual(["培训", "休", "休", "休", "休", "休", "休"]);
  });

  test("gives up what may be given up for once, and nothing else", async () => {
    const rows = [line("高原", "officer", ""), line("谭磊", "officer", "")];
    const far = { data: { villages: "石桥村" }, params: { villagesPerTrip: 0 } };
    const refused = await propose(rosterOf(rows, far));
    expect(textsOf(refused)).toEqual(["石桥村 11月23日起 7 天里走访 1 次"]);
    const proposed = await found(rosterOf(rows, far), { given: new Set(["visits"]) });
    expect(checkRoster(proposed).map(({ kind }) => kind)).toEqual(["visits"]);
  });

  test("after a sick call changes as few days as it must, and none that have been worked", async () => {
    const sick = SOUND.map((row) =>
      row["name"] === "高原"
        ? { ...row, shifts: "值班 休 请假 请假 休 备勤 值班" }
        : { ...row, shifts: row["shifts"] ?? "" },
    );
    const roster = rosterOf(sick);
    const proposed = await found(roster, { ask: { way: "mend", from: 2 } });
    expect(checkRoster(proposed)).toEqual([]);
    const changes = roster.rows.flatMap(({ id }, person) =>
      roster.days.flatMap((_, index) => {
        const shift = proposed.rows[person]?.shifts[index] ?? null;
        const was = roster.rows[person]?.shifts[index] ?? null;
        return writeShift(shift) === writeShift(was) ? [] : [{ row: id, index, shift }];
      }),
    );
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ index }) => index >= 2)).toBe(true);
    // With any of them left out something is wrong: nothing was changed for nothing.
    for (let left = 0; left < 2 ** changes.length - 1; left += 1) {
      const some = changes.filter((_, at) => (left >> at) % 2 === 1);
      expect(checkRoster(withShifts(roster, some)).length).toBeGreaterThan(0);
    }
  });

  test("makes up for the quarter so far", async () => {
    const rows = [
      line("陆明", "chief", ""),
      line("高原", "officer", "", { carriedNights: 9 }),
      line("谭磊", "officer", "", { carriedNights: 5 }),
      line("罗晓东", "officer", "", { carriedNights: 8 }),
    ];
    const proposed = await found(rosterOf(rows, { params: { maxNightGap: 6 } }));
    const nights = (name: string): number =>
      wordsOf(proposed, name).filter((word) => word === "值班").length;
    expect(nights("谭磊")).toBeGreaterThan(nights("高原"));
    expect(nights("谭磊")).toBeGreaterThan(nights("罗晓东"));
  });
});
