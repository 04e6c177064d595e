import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { createDuty } from "../../../app/runtime/duty/create-duty";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { beginRoster, openStation, publishRoster } from "../../support/make-roster-story";
import { accepted, SHIQIAO, take, type TestCases } from "../../support/open-test-cases";

function dayOf(cases: TestCases, login: string) {
  return createDuty(cases.parts, cases.service).myDay(cases.as(login));
}

async function startDispute(cases: TestCases, by: string): Promise<string> {
  const answer = await cases.part.start(cases.as(by), {
    package: "dispute-mediation",
    place: SHIQIAO,
    commandId: uuidv7(cases.clock.time),
    expectedSeq: 0,
    form: { reporter: "李长顺", where: "三组", what: "排水沟堵了", urgency: "normal", hurt: "no" },
  });
  return accepted(answer).caseId;
}

test("the day says the shift of the published roster, where to be, and the next time on duty", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  expect((await dayOf(cases, "gaoyuan")).shift).toBeNull();
  await publishRoster(cases, id);
  const { shift } = await dayOf(cases, "gaoyuan");
  expect(shift).toMatchObject({
    rosterId: id,
    stationName: "青石派出所",
    today: { word: { zh: "值班" }, places: [], span: "08:30—08:30", serves: true },
    next: { day: "2026-11-25", word: { zh: "下村" }, places: ["石桥村", "柏树村"] },
  });
  expect((await dayOf(cases, "yangxiulan")).shift?.today).toMatchObject({
    word: { zh: "警务室", en: "Police room" },
    places: ["石桥村"],
    span: "08:30—17:30",
  });
  expect((await dayOf(cases, "luojianping")).shift).toBeNull();
  expect((await dayOf(cases, "zhouzheng")).shift).toBeNull();
});

test("while the roster is changed the published one stays in force", async () => {
  const cases = await openStation();
  const id = await beginRoster(cases);
  await publishRoster(cases, id);
  const amend = { by: "ranxiaoyan", caseId: id, event: "amend", form: { reason: "换人" } } as const;
  accepted(await take(cases, amend));
  const rows = [{ id: "1-1", shifts: "休 休 休 休 休 休 休" }];
  accepted(
    await take(cases, { by: "ranxiaoyan", caseId: id, event: "fillShifts", form: { rows } }),
  );
  expect((await dayOf(cases, "gaoyuan")).shift?.today?.word.zh).toBe("值班");
});

test("what is due stands by village, where the roster sends one today first, with its papers", async () => {
  const cases = await openStation("2026-11-25T09:00");
  const roster = await beginRoster(cases);
  await publishRoster(cases, roster);
  const dispute = await startDispute(cases, "yangxiulan");
  const parties = [
    { name: "李长顺", role: "applicant" },
    { name: "杨德厚", role: "respondent" },
  ];
  const form = { type: "land", parties, injury: "none", track: "mediation" };
  accepted(await take(cases, { by: "gaoyuan", caseId: dispute, event: "confirmTriage", form }));
  const { trips } = await dayOf(cases, "gaoyuan");
  expect(trips.map(({ placeName }) => placeName)).toEqual(["石桥村"]);
  expect(trips[0]?.tasks).toMatchObject([
    {
      caseId: dispute,
      title: { zh: "排水沟堵了" },
      label: { zh: expect.any(String) },
      due: { kind: "left" },
      papers: [{ name: "rights", title: { zh: "权利义务告知书" } }],
    },
  ]);
  cases.clock.time = instantOf("2026-12-01T09:00");
  expect((await dayOf(cases, "gaoyuan")).trips[0]?.tasks[0]?.due.kind).toBe("over");
});

test("the log's draft holds the day's steps without a villager's name, and knows the log that was begun", async () => {
  const cases = await openStation();
  await startDispute(cases, "yangxiulan");
  const before = (await dayOf(cases, "yangxiulan")).log;
  expect(before).toMatchObject({
    day: "2026-11-23",
    log: null,
    lines: [
      { time: "10:00", text: { zh: "矛盾纠纷调解：登记" }, village: "石桥村", kind: "mediation" },
    ],
  });
  expect(JSON.stringify(before)).not.toMatch(/李长顺|排水沟/);

  const duty = createDuty(cases.parts, cases.service);
  const form = accepted(await duty.logForm(cases.as("yangxiulan"), "zh"));
  expect(form.formData).toMatchObject({
    day: "2026-11-23",
    author: "yangxiulan",
    entries: [{ time: "10:00", kind: "mediation", village: "石桥村", number: "石桥 2026-0001" }],
  });
  const begun = await cases.part.start(cases.as("yangxiulan"), {
    package: "work-log",
    place: SHIQIAO,
    commandId: form.commandId,
    expectedSeq: 0,
    form: form.formData,
  });
  const { caseId } = accepted(begun);
  expect((await dayOf(cases, "yangxiulan")).log).toMatchObject({
    log: { caseId, state: { zh: "草稿" } },
    lines: [{ kind: "mediation" }],
  });
  cases.clock.time = instantOf("2026-11-24T08:00");
  expect((await dayOf(cases, "yangxiulan")).log).toEqual({
    day: "2026-11-24",
    log: null,
    lines: [],
  });
});

test("the card says what its owner set, and nothing once it has gone stale", async () => {
  const cases = await openStation();
  const duty = createDuty(cases.parts, cases.service);
  expect(await dayOf(cases, "yangxiulan")).toMatchObject({ card: { look: "stale" }, word: null });
  const set = { word: "in", place: "", until: "2026-11-23T17:30" };
  accepted(await duty.setWhereabouts(cases.as("yangxiulan"), set));
  expect(await dayOf(cases, "yangxiulan")).toMatchObject({
    card: { look: "here", until: { zh: "17:30" } },
    word: "in",
    places: ["石桥村"],
  });
  cases.clock.time = instantOf("2026-11-23T19:31");
  expect(await dayOf(cases, "yangxiulan")).toMatchObject({ card: { look: "stale" }, word: null });
  expect(await dayOf(cases, "longdehai")).toMatchObject({ card: null, word: null });
});

test("those who serve begin with their day; others do not", async () => {
  const cases = await openStation();
  const { hasDay } = createDuty(cases.parts, cases.service);
  const beginning = (["yangxiulan", "gaoyuan", "luming", "longdehai", "yangguoan"] as const).filter(
    (login) => hasDay(cases.as(login)),
  );
  expect(beginning).toEqual(["yangxiulan", "gaoyuan", "luming"]);
});
