import { beforeEach, describe, expect, test } from "vitest";
import type { VillageFactsApi } from "../../../app/runtime/api";
import { demoModels } from "../../../app/runtime/demo/demo-models";
import { loadPackages } from "../../../app/runtime/load-packages";
import { createVillageFacts } from "../../../app/runtime/models/create-village-facts";
import { createVillages } from "../../../app/runtime/models/create-villages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { projectRoot } from "../../../app/runtime/project-root";
import {
  accepted,
  codeOf,
  openTestCases,
  take,
  type TestCases,
} from "../../support/open-test-cases";

const DONGGUAN = "991022100201";
const POSTS = {
  jiangning: { role: "stationChief", unit: "991022100.station" },
  liangyun: { role: "auxiliary", unit: DONGGUAN },
  hanfeng: { role: "countySec", unit: "991022" },
};
const { kinds } = await loadPackages({ dir: projectRoot });
let cases: TestCases;
let facts: VillageFactsApi;

beforeEach(async () => {
  cases = await openTestCases({ dir: projectRoot, posts: POSTS });
  await cases.people.save(demoModels());
  facts = open(false);
});

function open(isPractice: boolean): VillageFactsApi {
  const parts = { ...cases.parts, kinds, registry: loadPlugins(), isDemo: true };
  return createVillageFacts({ ...parts, people: cases.people, isPractice });
}

const view = async (login = "jiangning") =>
  accepted(await facts.villageFacts(cases.as(login), DONGGUAN));
const save = (values: Record<string, string>, login = "jiangning") =>
  facts.saveVillageFacts(cases.as(login), { code: DONGGUAN, values });
const WHOLE = {
  ...{ households: "1260", newcomers: "705", rentedHouses: "364", hamlets: "1" },
  ...{ minutesToStation: "6", onCountyBorder: "no", network: "fibre" },
};

describe("what is known of a village", () => {
  test("is shown with its day, and kept with who wrote it and what it was before", async () => {
    expect(await view()).toMatchObject({ kind: { zh: "传统村" }, by: null, history: [] });
    accepted(await save(WHOLE));
    const after = await view();
    expect(after).toMatchObject({ by: "jiangning", day: { zh: "2026年11月23日" } });
    expect(after.history.map(({ by, changes }) => [by, changes.map(({ zh }) => zh)])).toEqual([
      ["jiangning", ["外来居住人数：720 改为 705"]],
      [null, expect.arrayContaining(["外来居住人数：没有填 改为 720"])],
    ]);
    // The same again is no entry.
    accepted(await save(WHOLE));
    expect((await view()).history).toHaveLength(2);
  });

  test("what is emptied is not known any more, and speaks neither for nor against a model", async () => {
    accepted(await save({ ...WHOLE, rentedHouses: "" }));
    const { fields, fits } = await view();
    expect(fields.find(({ key }) => key === "rentedHouses")).toMatchObject({ value: "" });
    const custody = fits.find(({ model }) => model.id === "room-and-custody");
    expect(custody?.reasons.map(({ truth }) => truth)).toContain("unknown");
  });

  test("every field that cannot be read is named, and nothing is stored", async () => {
    const refused = await save({ ...WHOLE, households: "很多", minutesToStation: "9000" });
    expect(codeOf(refused)).toBe("form/invalid");
    expect(refused.ok ? [] : refused.refusal.fields?.map(({ pointer }) => pointer)).toEqual([
      "households",
      "minutesToStation",
    ]);
    expect((await view()).history).toEqual([]);
  });

  test("others read, and nobody writes it in practice", async () => {
    expect((await view("liangyun")).mayEdit).toBe(false);
    expect(codeOf(await save(WHOLE, "liangyun"))).toBe("model/not-your-village");
    facts = open(true);
    expect(codeOf(await save(WHOLE))).toBe("model/not-in-practice");
    const strange = await facts.villageFacts(cases.as("jiangning"), "__proto__");
    expect(codeOf(strange)).toBe("model/unknown-village");
  });
});

test("the kind is proposed with the facts and what they speak for; before and after its day the village's page explains both ways", async () => {
  const form = accepted(
    await facts.kindForm(cases.as("jiangning"), { code: DONGGUAN, language: "zh" }),
  );
  expect(form.formData).toMatchObject({ kind: "urban" });
  expect(form.formData["facts"]).toContain("出租房套数 364");
  expect(form.formData["why"]).toContain("适合警务室＋房屋托管：");
  expect(form.places.map(({ code }) => code)).toEqual([DONGGUAN]);
  const dispute = {
    reporter: "孙桂香",
    where: "二组",
    what: "押金。",
    urgency: "normal",
    hurt: "no",
  };
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const input = { commandId: `d${n}`, expectedSeq: 0, form: dispute, place: DONGGUAN };
    accepted(
      await cases.part.start(cases.as("liangyun"), { ...input, package: "dispute-mediation" }),
    );
  }
  const proposal = { ...form.formData, from: "2026-12-01" };
  const input = { commandId: "k", expectedSeq: 0, form: proposal, place: DONGGUAN };
  const { caseId } = accepted(
    await cases.part.start(cases.as("jiangning"), { ...input, package: "village-kind" }),
  );
  expect((await view()).proposal).toMatchObject({ caseId, state: { zh: "等县局核定" } });
  const decision = { decision: "approve", decisionWords: "属实。", decidedOn: "2026-11-23" };
  accepted(await take(cases, { by: "hanfeng", caseId, event: "decideKind", form: decision }));
  await cases.workers.runDue();
  await cases.workers.runDue();
  const villages = createVillages({ ...cases.parts, kinds, registry: loadPlugins(), isDemo: true });
  const before = accepted(await villages.village(null, DONGGUAN));
  expect(before.model?.letter).toBe("区");
  expect(before.changes.map(({ text, basis }) => [text.zh, basis?.zh])).toEqual([
    [
      "12月1日起改按警务室＋房屋托管办理；在那以前开始的仍按一区一警·一村一辅办完，现在有 6 件没办完。",
      "县局核定为城中村，依据：东关村型〔2026〕01号",
    ],
  ]);
  cases.clock.time += 8 * 24 * 3600_000;
  const after = accepted(await villages.village(null, DONGGUAN));
  expect(after.model?.letter).toBe("托");
  expect(after.changes[0]?.text.zh).toBe(
    "12月1日起改按警务室＋房屋托管办理，此前开始的 6 件仍按一区一警·一村一辅办完。",
  );
  expect(after.more.find(({ title }) => title.zh === "原办法")?.value.zh).toContain("6 件");
});
