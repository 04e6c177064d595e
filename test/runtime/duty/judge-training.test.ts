import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { instantOf } from "../../../app/engine/time/zone";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { beginRoster, ROWS, STATION } from "../../support/make-roster-story";
import { accepted, openTestCases, take } from "../../support/open-test-cases";

const NEW = { name: "石永福", post: "auxiliary", room: "岩湾村" };

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
