import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { instantOf } from "../../../app/engine/time/zone";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { createDuty } from "../../../app/runtime/duty/create-duty";
import {
  beginRoster,
  openStation,
  publishRoster,
  ROWS,
  STATED,
  STATION,
  STATION_PLACE,
} from "../../support/make-roster-story";
import { accepted, codeOf, openTestCases, take } from "../../support/open-test-cases";

const NEW = { name: "石永福", post: "auxiliary", room: "岩湾村" };

test("without a training matter a word is not enough: paper, date and reason are stated, and the roster says so", async () => {
  const cases = await openStation();
  const beginWith = (more: JsonObject) =>
    cases.part.start(cases.as("ranxiaoyan"), {
      ...{ package: "duty-rotation", place: STATION_PLACE, expectedSeq: 0 },
      commandId: uuidv7(cases.clock.time),
      form: {
        ...{ from: "2026-11-23", days: 7, dutyPhone: "0000-6200110" },
        rows: [...ROWS, { ...NEW, trained: "yes", shifts: "休 休 休 休 休 休 休", ...more }],
      },
    });
  const refused = await beginWith({});
  expect(codeOf(refused)).toBe("duty/training-unproven");
  expect(refused.ok ? "" : refused.refusal.message.zh).toContain("石永福没有岗前培训事项");
  // A certificate that no matter has given is a word as well; so is a paper of tomorrow.
  expect(codeOf(await beginWith({ training: "自己写的" }))).toBe("duty/training-unproven");
  expect(codeOf(await beginWith({ ...STATED, priorOn: "2026-11-24" }))).toBe(
    "duty/training-unproven",
  );
  expect(codeOf(await beginWith({ ...STATED, priorWhy: undefined as never }))).toBe(
    "duty/training-unproven",
  );
  const roster = accepted(await beginWith(STATED)).caseId;
  const duty = createDuty(cases.parts, cases.service);
  const trainingOf = async (login: string) => {
    const { rows } = accepted(await duty.roster(cases.as(login), roster));
    return Object.fromEntries(rows.map(({ name, training }) => [name, training]));
  };
  const told = await trainingOf("ranxiaoyan");
  expect(told["gaoyuan"]).toBeNull();
  expect(told["石永福"]).toMatchObject({ by: "statement", paper: STATED.priorPaper });
  await publishRoster(cases, roster);
  // What shows it is for those who make the roster.
  expect(Object.values(await trainingOf("yangxiulan")).every((one) => one === null)).toBe(true);
  await cases.stop();
});

test("who is in training is not trained whatever was entered; who has passed is, by the certificate", async () => {
  const cases = await openTestCases({
    ...{ dir: ".", clock: "2026-10-20T09:00" },
    posts: {
      luming: { role: "stationChief", unit: STATION },
      ranxiaoyan: { role: "stationClerk", unit: STATION },
      zhoumin: { role: "countyHR", unit: "991021" },
      tanglixin: { role: "cityTraining", unit: "9910" },
    },
  });
  const rowOf = async (id: string): Promise<JsonObject> => {
    const { cases: found } = await cases.parts.store.read({
      ...{ cases: [id], commands: [], sequences: [] },
    });
    const rows = found.get(id)?.data["rows"];
    return (rows as JsonObject[]).find(({ name }) => name === NEW.name) ?? {};
  };
  const started = await cases.part.start(cases.as("zhoumin"), {
    ...{ package: "training", place: "991021200203", expectedSeq: 0 },
    commandId: uuidv7(cases.clock.time),
    form: { name: NEW.name, track: "service", purpose: "prePost" },
  });
  const training = accepted(started).caseId;
  const rows = [...ROWS, { ...NEW, trained: "yes", training: "自己写的", shifts: "警务室 休" }];
  const roster = await beginRoster(cases, { rows });
  expect(await rowOf(roster)).toMatchObject({ trained: "no" });
  expect(await rowOf(roster)).not.toHaveProperty("training");
  const { id } = await rowOf(roster);
  const claim = { rows: [{ id: id ?? "", trained: "yes" }] };
  const say = { by: "ranxiaoyan", caseId: roster, event: "registerTraining", form: claim };
  accepted(await take(cases, say));
  expect(await rowOf(roster)).toMatchObject({ trained: "no" });

  const lesson = (day: number, subject: string) => ({
    ...{ by: "zhoumin", event: "recordLesson" },
    form: { on: `2026-10-${day}`, mode: "onSite", subject, hours: 8 },
  });
  const arranged = {
    ...{ number: "2026 年第 3 期", title: "驻村协勤岗前培训班", from: "2026-10-26" },
    ...{ to: "2026-10-30", place: "云岭县公安局训练室", contact: "汤立新 0000-6000110" },
  };
  accepted(
    await take(cases, { by: "tanglixin", caseId: training, event: "arrange", form: arranged }),
  );
  cases.clock.time = instantOf("2026-10-30T17:00");
  const subjects = ["discipline", "law", "village", "mediation", "people"];
  for (const step of subjects.map((subject, at) => lesson(26 + at, subject))) {
    accepted(await take(cases, { caseId: training, ...step }));
  }
  const marks = ["discipline", "law", "policy", "village", "mediation", "people", "records"];
  const exam = Object.fromEntries(marks.map((subject) => [`${subject}Exam`, 80]));
  const examine = { on: "2026-10-30", practical: "pass", ...exam };
  accepted(
    await take(cases, { by: "tanglixin", caseId: training, event: "examine", form: examine }),
  );
  const certify = { by: "tanglixin", caseId: training, event: "certify" };
  accepted(await take(cases, { ...certify, form: { issuedOn: "2026-10-30" } }));
  accepted(await take(cases, say));
  expect(await rowOf(roster)).toMatchObject({ trained: "yes" });
  expect((await rowOf(roster))["training"]).toMatch(/结业〔2026〕001号$/);
  await cases.stop();
});
