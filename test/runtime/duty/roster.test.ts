import { expect, test } from "vitest";
import { createDuty } from "../../../app/runtime/duty/create-duty";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { beginRoster, openStation, publishRoster, ROWS } from "../../support/make-roster-story";
import { accepted, codeOf, take, type TestCases } from "../../support/open-test-cases";

const dutyOf = (cases: TestCases) => createDuty(cases.parts, cases.service);

const untrained = {
  name: "shiyongfu",
  post: "auxiliary",
  trained: "no",
  shifts: "培训 培训 培训 夜班 休 休 休",
};

async function viewOf(cases: TestCases, login: string, id: string) {
  return accepted(await dutyOf(cases).roster(cases.as(login), id));
}

function change(cases: TestCases, login: string, caseId: string, cells: string[][]) {
  return dutyOf(cases).setShifts(cases.as(login), {
    caseId,
    commandId: uuidv7(cases.clock.time),
    cells: cells.map(([row = "", day = "", was = "", shift = ""]) => ({ row, day, was, shift })),
  });
}

test("a draft shows its conflicts in the cells and beside them, and a proposed change mends them", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases, { rows: [...ROWS, untrained] });
  const view = await viewOf(cases, "ranxiaoyan", id);
  const [conflict] = view.conflicts;
  expect(conflict).toMatchObject({
    mark: "甲",
    weight: "hard",
    title: { zh: "shiyongfu还不能排班" },
  });
  const row = view.rows.find(({ name }) => name === "shiyongfu");
  expect(row?.cells[3]).toMatchObject({ stored: "夜班", look: "night", marks: [{ mark: "甲" }] });
  expect(view.offers.find(({ event }) => event === "check")?.refusal).not.toBeNull();
  const cells = (conflict?.fixes.at(-1)?.cells ?? []).map(({ row: of, day, shift }) => [
    of,
    day,
    "夜班",
    shift,
  ]);
  accepted(await change(cases, "ranxiaoyan", id, cells));
  const mended = await viewOf(cases, "ranxiaoyan", id);
  expect(mended.conflicts).toEqual([]);
  await publishRoster(cases, id);
  expect(await viewOf(cases, "yangxiulan", id)).toMatchObject({
    published: true,
    mayEdit: false,
    conflicts: [],
    offers: [],
    paper: null,
    mine: "1-4",
  });
});

test("two people may fill in different days at once; the same day is refused to the slower one", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  const day = "2026-11-24";
  accepted(await change(cases, "ranxiaoyan", id, [["1-1", day, "休", "备勤"]]));
  accepted(await change(cases, "gaoyuan", id, [["1-2", day, "警务室", "白班"]]));
  expect(codeOf(await change(cases, "gaoyuan", id, [["1-1", day, "休", "白班"]]))).toBe(
    "duty/cell-changed",
  );
  // What stands there already is no conflict: pressed twice, it is said once.
  accepted(await change(cases, "gaoyuan", id, [["1-1", day, "休", "备勤"]]));
  const { rows } = await viewOf(cases, "gaoyuan", id);
  expect(rows.map(({ cells }) => cells[1]?.stored).slice(0, 2)).toEqual(["备勤", "白班"]);
});

test("what is no cell, no word, or not theirs is refused and nothing is stored", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  const day = "2026-11-24";
  expect(codeOf(await change(cases, "gaoyuan", id, [["9-9", day, "休", "白班"]]))).toBe(
    "duty/unknown-cell",
  );
  expect(codeOf(await change(cases, "gaoyuan", id, [["1-1", "2027-01-01", "休", "白班"]]))).toBe(
    "duty/unknown-cell",
  );
  expect(codeOf(await change(cases, "gaoyuan", id, [["1-1", day, "休", "上班"]]))).toBe(
    "form/invalid",
  );
  expect(codeOf(await change(cases, "yangxiulan", id, [["1-1", day, "休", "白班"]]))).toBe(
    "case/not-found",
  );
  expect(codeOf(await dutyOf(cases).roster(cases.as("zhouzheng"), id))).toBe("case/not-found");
  const { rows } = await viewOf(cases, "gaoyuan", id);
  expect(rows[0]?.cells[1]?.stored).toBe("休");
});

test("others see the published roster while the next version is made", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  expect(codeOf(await dutyOf(cases).roster(cases.as("yangxiulan"), id))).toBe("case/not-found");
  await publishRoster(cases, id);
  const amend = { by: "ranxiaoyan", caseId: id, event: "amend", form: { reason: "换人" } };
  accepted(await take(cases, amend));
  accepted(await change(cases, "ranxiaoyan", id, [["1-4", "2026-11-24", "警务室", "休"]]));
  const seen = async (login: string) => {
    const { rows, version } = await viewOf(cases, login, id);
    return [rows[3]?.cells[1]?.stored, version];
  };
  expect(await seen("yangxiulan")).toEqual(["警务室", 1]);
  expect(await seen("ranxiaoyan")).toEqual(["休", 2]);
});

test("the next roster begins with the station's people, what is known of them, and the last week's shifts", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  await publishRoster(cases, id);
  const duty = dutyOf(cases);
  const desk = accepted(await duty.dutyDesk(cases.as("ranxiaoyan")));
  expect(desk).toMatchObject({
    mayBegin: true,
    nextMonday: "2026-11-30",
    stationName: "青石派出所",
  });
  const input = { commandId: uuidv7(cases.clock.time), from: desk.nextMonday, days: 7, copy: true };
  const next = accepted(await duty.beginRoster(cases.as("ranxiaoyan"), input)).caseId;
  const { rows, from } = await viewOf(cases, "ranxiaoyan", next);
  expect(from).toBe("2026-11-30");
  const stored = (name: string) =>
    rows
      .find((row) => row.name === name)
      ?.cells.map((cell) => cell.stored)
      .join(" ");
  expect(stored("gaoyuan")).toBe(ROWS[0]?.["shifts"]);
  expect(stored("luojianping")).toBe("未排 未排 未排 未排 未排 未排 未排");
  // Whoever left the station, or never had an account there, is not taken over.
  expect(stored("tanlei")).toBeUndefined();

  const refused = async (more: object) =>
    codeOf(
      await duty.beginRoster(cases.as("ranxiaoyan"), {
        ...{ ...input, commandId: uuidv7(cases.clock.time) },
        ...more,
      }),
    );
  expect(await refused({ from: "nie" })).toBe("duty/bad-period");
  expect(await refused({ days: 32 })).toBe("duty/bad-period");
  expect(await refused({ days: Number.NaN })).toBe("duty/bad-period");
  const again = { ...input, commandId: uuidv7(cases.clock.time) };
  expect(codeOf(await duty.beginRoster(cases.as("yangxiulan"), again))).toBe("case/not-your-step");
});
