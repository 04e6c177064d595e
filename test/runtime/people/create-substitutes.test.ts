import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { createSubstitutes } from "../../../app/runtime/people/create-substitutes";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import {
  accepted,
  BAISHU,
  openTestCases,
  SHIQIAO,
  take,
  type TestCases,
} from "../../support/open-test-cases";

const STATION = "991021200.station";

async function open() {
  const cases = await openTestCases({
    dir: ".",
    posts: {
      luming: { role: "stationChief", unit: STATION },
      luoxiaodong: { role: "officer", unit: STATION },
    },
  });
  const told: string[] = [];
  const desk = createSubstitutes({
    people: cases.people,
    now: () => cases.clock.time,
    packages: [
      { id: "dispute-mediation", title: { zh: "矛盾纠纷调解" } },
      { id: "transfer", title: { zh: "移送" } },
    ],
    note: () => Promise.resolve(),
    tell: ({ text }) => {
      told.push(text.zh);
      return Promise.resolve();
    },
  });
  return { cases, desk, told };
}

const input = {
  ...{ user: "luoxiaodong", substitute: "gaoyuan", from: "2026-11-24", to: "2026-11-26" },
  ...{ packages: [], reason: "到县局培训" },
};

const codeOf = (done: { ok: true } | { ok: false; refusal: { code: string } }) =>
  done.ok ? "ok" : done.refusal.code;

test("a person or their chief names somebody with the same post, for days and processes", async () => {
  const { cases, desk, told } = await open();
  const set = (by: string, change: Partial<typeof input> = {}) =>
    desk.setSubstitute(cases.as(by), { ...input, ...change }).then(codeOf);
  expect(await set("gaoyuan")).toBe("substitute/not-yours");
  expect(await set("zhouzheng")).toBe("substitute/not-yours");
  expect(await set("luming", { substitute: "yangxiulan" })).toBe("substitute/not-fit");
  expect(await set("luming", { substitute: "luoxiaodong" })).toBe("substitute/not-fit");
  expect(await set("luming", { substitute: "zhouzheng" })).toBe("substitute/not-fit");
  expect(await set("luming", { substitute: "nobody" })).toBe("substitute/unknown-person");
  expect(await set("luming", { from: "2026-11-22" })).toBe("substitute/dates");
  expect(await set("luming", { to: "2026-11-23" })).toBe("substitute/dates");
  expect(await set("luming", { to: "2028-01-01" })).toBe("substitute/dates");
  expect(await set("luming", { reason: " " })).toBe("substitute/reason-missing");
  expect(await set("luming", { packages: ["x"] as never })).toBe("substitute/unknown-package");
  expect(await set("luming")).toBe("ok");
  expect(told).toEqual(["2026年11月24日至2026年11月26日，gaoyuan代luoxiaodong的班。"]);
  expect(await set("luoxiaodong")).toBe("substitute/has-one");
  // Who is replaced on these days stands in for nobody.
  expect(await set("gaoyuan", { user: "gaoyuan", substitute: "luoxiaodong" })).toBe(
    "substitute/is-away",
  );
  const view = desk.substitutes(cases.as("luoxiaodong"));
  expect(view.forMe).toMatchObject([{ substituteName: "gaoyuan", state: "toCome", mayEnd: true }]);
  expect(desk.substitutes(cases.as("gaoyuan")).byMe).toMatchObject([{ mayEnd: false }]);
  expect(desk.substitutes(cases.as("luming")).ofOthers).toMatchObject([{ mayEnd: true }]);
  const id = view.forMe[0]?.id ?? "";
  expect(codeOf(await desk.endSubstitute(cases.as("gaoyuan"), id))).toBe("substitute/not-yours");
  expect(codeOf(await desk.endSubstitute(cases.as("luoxiaodong"), id))).toBe("ok");
  expect(codeOf(await desk.endSubstitute(cases.as("luoxiaodong"), id))).toBe("substitute/unknown");
  expect(desk.substitutes(cases.as("luoxiaodong")).forMe).toEqual([]);
});

async function dispute(cases: TestCases, by: string, place: string): Promise<string> {
  const answer = await cases.part.start(cases.as(by), {
    ...{ package: "dispute-mediation", place, expectedSeq: 0 },
    commandId: uuidv7(cases.clock.time),
    form: { reporter: "李长顺", where: "三组", what: "排水沟堵了", urgency: "normal", hurt: "no" },
  });
  return accepted(answer).caseId;
}

const proposal = {
  type: "neighbours",
  parties: [
    { name: "李长顺", role: "applicant" },
    { name: "石小军", role: "respondent" },
  ],
  proposal: { track: "mediation" },
};

test("an auxiliary serves another's village for these days only, and the history says in whose place", async () => {
  const { cases, desk } = await open();
  const caseId = await dispute(cases, "yangxiulan", SHIQIAO);
  const mine = async (by: string) =>
    (await cases.part.worklist(cases.as(by), { queue: "mine", after: null })).rows;
  expect(await mine("luojianping")).toEqual([]);
  const named = { user: "yangxiulan", substitute: "luojianping", from: "2026-11-23" };
  accepted(await desk.setSubstitute(cases.as("yangxiulan"), { ...input, ...named }));
  expect(await mine("luojianping")).toMatchObject([{ caseId, inPlaceOf: ["yangxiulan"] }]);
  expect(await mine("yangxiulan")).toMatchObject([{ caseId, inPlaceOf: [] }]);
  const step = { by: "luojianping", caseId, event: "proposeTriage" } as const;
  accepted(await take(cases, { ...step, form: proposal }));
  const view = await cases.part.caseView(cases.as("yangxiulan"), caseId);
  expect(view.ok && view.value.history[0]).toMatchObject({ by: "luojianping（代yangxiulan）" });
  // The next day after the last, the village is out of reach again.
  cases.clock.time = instantOf("2026-11-27T09:00");
  expect((await cases.part.caseView(cases.as("luojianping"), caseId)).ok).toBe(false);
  expect(await mine("luojianping")).toEqual([]);
});

test("for some processes only: others are not shown, and no further village is reached", async () => {
  const { cases, desk } = await open();
  const own = await dispute(cases, "gaoyuan", SHIQIAO);
  const other = { user: "gaoyuan", substitute: "luoxiaodong", from: "2026-11-23" };
  const set = (packages: string[]) =>
    desk.setSubstitute(cases.as("gaoyuan"), { ...input, ...other, packages });
  accepted(await set(["transfer"]));
  const mine = async () => {
    const ask = { queue: "mine", after: null } as const;
    const { rows, queues } = await cases.part.worklist(cases.as("luoxiaodong"), ask);
    return [rows.map(({ caseId }) => caseId), queues[0]?.count];
  };
  expect(await mine()).toEqual([[], 0]);
  accepted(await set(["dispute-mediation"]));
  expect(await mine()).toEqual([[own], 1]);
  expect(cases.people.directory().placesOf(cases.as("luojianping").person, 1)).toMatchObject([
    { code: BAISHU },
  ]);
});
