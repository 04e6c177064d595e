import { expect, test } from "vitest";
import { createWatches } from "../../../app/runtime/duty/create-watches";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { instantOf } from "../../../app/engine/time/zone";
import { beginRoster, openStation, publishRoster } from "../../support/make-roster-story";
import { accepted, codeOf } from "../../support/open-test-cases";

test("a watch is signed in for, handed over piece by piece and taken over, each by whose it is", async () => {
  const cases = await openStation();
  const roster = await beginRoster(cases);
  await publishRoster(cases, roster);
  const api = createWatches({ ...cases.parts, service: cases.service });
  const command = () => uuidv7(cases.clock.time);
  const mine = (login: string) => api.myWatches(cases.as(login));

  // Nobody has registered the watch that began at half past eight: it waits for its own person only.
  cases.clock.time = instantOf("2026-11-23T09:00");
  expect(await mine("gaoyuan")).toMatchObject([{ caseId: null, part: "arrive", stored: "值班" }]);
  expect(await mine("luming")).toEqual([]);
  const nobody = { caseId: null, commandId: command(), seq: 0 };
  expect(codeOf(await api.arrive(cases.as("luming"), nobody))).toBe("duty/no-watch");
  const answer = accepted(
    await api.arrive(cases.as("gaoyuan"), { ...nobody, commandId: command() }),
  );
  const { caseId } = answer;
  expect(await mine("gaoyuan")).toMatchObject([{ caseId, part: "onDuty", isLate: false }]);

  cases.clock.time = instantOf("2026-11-24T08:20");
  const view = accepted(await api.watch(cases.as("gaoyuan"), caseId));
  // Who has the next watch comes first.
  expect(view.people[0]).toEqual({ name: "luming", stored: "值班", isNext: true });
  expect(view.things.map(({ value }) => value)).toContain("radio");
  const given = {
    ...{ caseId, seq: answer.seq, incoming: "luming", note: "" },
    openItems: [
      { what: "田坎纠纷约在下午三点", number: "石桥 2026-0061" },
      { what: " ", number: "" },
    ],
    equipment: [
      { thing: "radio", state: "ok", note: "多写的" },
      { thing: "car", state: "broken", note: "" },
    ],
  };
  const hand = (login: string, more: Partial<typeof given> = {}) =>
    api.handOver(cases.as(login), { ...given, ...more, commandId: command() });
  expect(codeOf(await hand("luming"))).toBe("duty/no-watch");
  // What is damaged is explained, and something is counted.
  expect(codeOf(await hand("gaoyuan"))).toBe("form/invalid");
  expect(codeOf(await hand("gaoyuan", { equipment: [] }))).toBe("form/invalid");
  const car = { thing: "car", state: "broken", note: "左后视镜裂了" };
  accepted(await hand("gaoyuan", { equipment: [given.equipment[0] ?? car, car] }));

  expect((await mine("gaoyuan"))[0]).toMatchObject({ part: "given" });
  const [watch] = (await mine("luming")).filter(({ part }) => part === "takeOver");
  expect(watch?.handedOver).toMatchObject({
    by: "gaoyuan",
    openItems: [{ what: "田坎纠纷约在下午三点", number: "石桥 2026-0061" }],
    equipment: [
      { thing: { zh: "对讲机" }, isSound: true, note: "" },
      { thing: { zh: "车辆" }, isSound: false, note: "左后视镜裂了" },
    ],
  });
  const take = (login: string, agreed: boolean, differences = "") =>
    api.takeOver(cases.as(login), {
      ...{ caseId, commandId: command(), seq: watch?.seq ?? 0, agreed, differences },
    });
  expect(codeOf(await take("yangxiulan", true))).toBe("duty/no-watch");
  expect(codeOf(await take("luming", false))).toBe("form/invalid");
  accepted(await take("luming", true));
  expect((await mine("gaoyuan")).length).toBe(0);
  await cases.stop();
});
