import { beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { createAdoptions } from "../../../app/runtime/adoptions/create-adoptions";
import type { AdoptionsApi, AdoptionView } from "../../../app/runtime/api";
import { demoModels } from "../../../app/runtime/demo/demo-models";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { projectRoot } from "../../../app/runtime/project-root";
import {
  accepted,
  BAISHU,
  codeOf,
  openTestCases,
  SHIQIAO,
  take,
  type TestCases,
} from "../../support/open-test-cases";

const TOWNSHIP = "991021200";
const STATION = `${TOWNSHIP}.station`;
const POSTS = {
  luoxiaodong: { role: "officer", unit: STATION },
  chief: { role: "stationChief", unit: STATION },
  zhoumin: { role: "countyHR", unit: "991021" },
  legal: { role: "countySec", unit: "991021" },
  leader: { role: "countyLeader", unit: "991021" },
  town: { role: "township", unit: TOWNSHIP },
  elsewhere: { role: "stationChief", unit: "991023200.station" },
};
const loaded = await loadPackages({ dir: projectRoot });
let cases: TestCases;
let adoptions: AdoptionsApi;
let commands = 0;

beforeEach(async () => {
  cases = await openTestCases({ dir: projectRoot, posts: POSTS });
  await cases.people.save(demoModels());
  adoptions = createAdoptions({
    ...cases.parts,
    ...{ packages: loaded.packages, kinds: loaded.kinds, registry: loadPlugins(), isDemo: true },
    ...{ service: cases.service, changes: { versionOn: () => undefined } },
  });
});

const commandId = () => `c${(commands += 1)}`;

async function begin(
  model: string,
  where: { village?: string; kind?: string } = {},
): Promise<string> {
  const { village = null, kind = null } = where;
  const ask = { unit: TOWNSHIP, model, village, kind, commandId: commandId() };
  return accepted(await adoptions.beginAdoption(cases.as("zhoumin"), ask)).caseId;
}

async function view(caseId: string, login = "zhoumin", look: string | null = null) {
  return accepted(await adoptions.adoption(cases.as(login), { caseId, look }));
}

/** The form as the page offers it, with what somebody writes besides. */
async function go(caseId: string, by: string, event: string, more: JsonObject = {}) {
  const ask = { caseId, event, language: "zh" as const };
  const { formData } = accepted(await adoptions.adoptionForm(cases.as(by), ask));
  accepted(await take(cases, { by, caseId, event, form: { ...formData, ...more } }));
}

async function command(caseId: string) {
  return { caseId, commandId: commandId(), expectedSeq: (await view(caseId)).seq };
}

const survey = { villagers: "问了 62 户。", objections: 3 };

async function chosen(model = "resident-auxiliary"): Promise<string> {
  const caseId = await begin(model);
  await go(caseId, "gaoyuan", "recordSurvey", survey);
  const ask = { ...(await command(caseId)), model, why: "村散、路远。", despite: "年底补人。" };
  accepted(await adoptions.chooseModel(cases.as("zhoumin"), ask));
  return caseId;
}

const now = ({ steps }: AdoptionView) => steps.find(({ is }) => is === "now")?.key;

describe("choosing", () => {
  test("the villages, the models that suit them first, and the verdicts are shown after the survey", async () => {
    const caseId = await begin("area-officer");
    expect(now(await view(caseId))).toBe("survey");
    await go(caseId, "gaoyuan", "recordSurvey", survey);
    const shown = await view(caseId);
    expect(shown).toMatchObject({
      place: { zh: "青石乡 8 个村" },
      ...{ mayChoose: true, maySet: false, model: { id: "area-officer" } },
      found: { id: "area-officer", verdict: "infeasible" },
    });
    expect(shown.choices[0]).toMatchObject({ id: "resident-auxiliary", suits: 8 });
    expect(shown.choices.map(({ id }) => id)).not.toContain("village-officer");
    const looked = await view(caseId, "zhoumin", "resident-auxiliary");
    expect(looked.found?.because.length).toBeGreaterThan(2);
    const unknown = await adoptions.adoption(cases.as("zhoumin"), { caseId, look: "__proto__" });
    expect(codeOf(unknown)).toBe("model/unknown-model");
  });

  test("what is not feasible takes a reason, and the comparison goes on record as it came out", async () => {
    const caseId = await begin("area-officer");
    await go(caseId, "gaoyuan", "recordSurvey", survey);
    const ask = { ...(await command(caseId)), model: "area-officer", why: "村子相邻。" };
    const refused = await adoptions.chooseModel(cases.as("chief"), { ...ask, despite: " " });
    expect(codeOf(refused)).toBe("form/invalid");
    const why = { ...ask, commandId: commandId(), despite: "年底补一名民警。" };
    accepted(await adoptions.chooseModel(cases.as("chief"), why));
    const { data } = (
      await cases.parts.store.read({ cases: [caseId], commands: [], sequences: [] })
    ).cases.get(caseId) ?? { data: {} };
    expect(data).toMatchObject({ verdict: "infeasible", despite: "年底补一名民警。" });
  });

  test("one village alone, and one that is not the unit's", async () => {
    const caseId = await begin("resident-auxiliary", { village: BAISHU });
    expect((await view(caseId)).villages.map(({ name }) => name)).toEqual(["柏树村"]);
    const ask = { unit: TOWNSHIP, model: "resident-auxiliary", kind: null, commandId: commandId() };
    const strange = await adoptions.beginAdoption(cases.as("zhoumin"), {
      ...ask,
      village: "991023200201",
    });
    expect(codeOf(strange)).toBe("model/no-village");
  });

  test("the villages of one kind, as they are when it begins, and those that go their own way", async () => {
    const row = { kind: null, from: "2026-01-01", to: null, settings: {}, decidedBy: null };
    const suburban = { kind: "suburban", from: "2026-11-01", decidedBy: null };
    await cases.people.save({
      villageKinds: [SHIQIAO, BAISHU].map((unit) => ({ unit, ...suburban })),
      modelAdoptions: [{ ...row, unit: BAISHU, model: "area-officer" }],
    });
    const ask = { unit: TOWNSHIP, model: "resident-auxiliary" };
    const place = accepted(await adoptions.adoptionPlace(cases.as("zhoumin"), ask));
    const ofKind = place.villages.filter(({ kind }) => kind?.id === "suburban");
    expect(ofKind.map(({ name, alone, model }) => [name, alone, model?.id])).toEqual([
      ["石桥村", false, "resident-auxiliary"],
      ["柏树村", true, "area-officer"],
    ]);
    const caseId = await begin("resident-auxiliary", { kind: "suburban" });
    expect(await view(caseId)).toMatchObject({ place: { zh: "青石乡 2 个城郊村" } });
    const later = { ...suburban, kind: "mountain", from: "2026-11-23" };
    await cases.people.save({ villageKinds: [{ unit: SHIQIAO, ...later, from: "2027-01-01" }] });
    expect((await view(caseId)).villages.map(({ name }) => name)).toEqual(["石桥村", "柏树村"]);
    const none = { ...ask, village: null, kind: "mining", commandId: commandId() };
    expect(codeOf(await adoptions.beginAdoption(cases.as("zhoumin"), none))).toBe(
      "model/no-village",
    );
  });

  test("others, other units and models that are only compared are refused", async () => {
    const place = (login: string, model: string) =>
      adoptions.adoptionPlace(cases.as(login), { unit: TOWNSHIP, model });
    expect(codeOf(await place("elsewhere", "resident-auxiliary"))).toBe("model/not-yours");
    expect(codeOf(await place("yangxiulan", "resident-auxiliary"))).toBe("model/not-yours");
    expect(codeOf(await place("zhoumin", "village-officer"))).toBe("model/not-adoptable");
    expect(codeOf(await place("zhoumin", "no-such"))).toBe("model/unknown-model");
    expect(await adoptions.mayBeginAdoption(cases.as("zhoumin"))).toBe(true);
    expect(await adoptions.mayBeginAdoption(cases.as("yangxiulan"))).toBe(false);
  });
});

describe("parameters", () => {
  test("have the standard, the range and the source, and are set for this adoption", async () => {
    const caseId = await chosen();
    const shown = await view(caseId);
    expect(now(shown)).toBe("parameters");
    const hours = shown.parameters.find(({ id }) => id === "training minHours");
    expect(hours).toMatchObject({ certainty: "assumed", written: "", range: { zh: "40—120" } });
    const set = async (values: Record<string, string>) =>
      adoptions.setAdoptionParameters(cases.as("zhoumin"), { ...(await command(caseId)), values });
    const refused = await set({
      "training minHours": "900",
      "duty-rotation roomDaysPerWeek": "三",
    });
    expect(codeOf(refused)).toBe("form/invalid");
    expect(refused.ok ? [] : refused.refusal.fields?.map(({ pointer }) => pointer)).toEqual([
      "training minHours",
      "duty-rotation roomDaysPerWeek",
    ]);
    accepted(await set({ "training minHours": "80", "duty-rotation roomDaysPerWeek": "" }));
    const after = await view(caseId);
    expect(now(after)).toBe("plan");
    expect(after.parameters.map(({ id, written }) => [id, written])).toContainEqual([
      "training minHours",
      "80",
    ]);
  });
});

describe("the whole way", () => {
  test("plan from the model, review, decisions, trial: in force, with its drafts", async () => {
    const caseId = await chosen();
    const values = { "training minHours": "80" };
    const parameters = { ...(await command(caseId)), values };
    accepted(await adoptions.setAdoptionParameters(cases.as("zhoumin"), parameters));
    const form = accepted(
      await adoptions.adoptionForm(cases.as("zhoumin"), {
        ...{ caseId, event: "writePlan", language: "zh" },
      }),
    ).formData;
    expect(form).toMatchObject({
      planTitle: "云岭县驻村协勤模式实施方案",
      staff: "协勤 8 人，现有 2 人，缺 6 人从村里选；包片民警 2 人，现有 2 人",
    });
    expect(form["training"]).toContain("80 课时");
    expect(form["books"]).toContain("送证上门服务登记簿");
    // The rooms come with the model even where it has no points of its own; the money is the county's to write.
    expect(form["room"]).toBe("村警务室、家庭警务站，公开时间见第九部分。");
    expect(form["figures"]).toContain("按期办理的比例");
    const plans = (login: string) => adoptions.plans(cases.as(login), TOWNSHIP);
    expect(await plans("zhoumin")).toEqual({});
    await go(caseId, "zhoumin", "writePlan", { room: "村委会东间。", from: "2026-12-01" });
    expect(await plans("zhoumin")).toEqual({ "resident-auxiliary": caseId });
    expect(await plans("elsewhere")).toEqual({});
    const [open] = await adoptions.openAdoptions(cases.as("legal"));
    expect(open).toMatchObject({
      caseId,
      state: { zh: "法制审核" },
      place: { zh: "青石乡 8 个村" },
    });
    expect(await adoptions.openAdoptions(cases.as("elsewhere"))).toEqual([]);
    expect(await adoptions.openAdoptions(cases.as("legal"), SHIQIAO)).toHaveLength(1);
    expect((await view(caseId)).now?.waitsFor.map(({ zh }) => zh)).toEqual(["县局治安（法制）"]);
    await go(caseId, "legal", "reviewLegal", { legalOk: "yes", legalOpinion: "合法。" });
    await go(caseId, "town", "recordTownship", { townshipOk: "yes", townshipOpinion: "同意。" });
    const decision = { decision: "approve", decisionWords: "同意试行。", decidedOn: "2026-11-23" };
    await go(caseId, "leader", "decideAdoption", decision);
    await cases.workers.runDue();
    await cases.workers.runDue();
    const held = cases.people.directory().modelAdoptions.find((one) => one.decidedBy === caseId);
    expect(held).toMatchObject({
      ...{ unit: TOWNSHIP, model: "resident-auxiliary", from: "2026-12-01" },
      settings: { training: { minHours: 80 } },
    });
    const pilot = await view(caseId, "chief");
    expect(now(pilot)).toBe("pilot");
    expect(pilot.openings.map(({ title }) => title.zh)).toEqual([
      ...["实施方案", "选聘", "值班表", "工作日志", "群众联系求助事项登记簿"],
      ...["协助调处矛盾纠纷登记簿", "送证上门服务登记簿"],
    ]);
    expect(pilot.openings[1]?.text.zh).toContain("缺 6 人");
    await go(caseId, "chief", "openSelection");
    await go(caseId, "chief", "draftRoster");
    const after = await view(caseId, "chief");
    const [need, roster] = [after.openings[1]?.to ?? "", after.openings[2]?.to ?? ""];
    const matter = async (to: string) =>
      accepted(await cases.part.caseView(cases.as("chief"), to.split("/").at(-1) ?? ""));
    expect(await matter(need)).toMatchObject({ package: "auxiliary-selection.need" });
    expect(await matter(roster)).toMatchObject({ package: "duty-rotation" });
    expect(roster).toMatch(/^\/duty\//);
  });

  test("sent back by the legal office, it stands at the plan again", async () => {
    const caseId = await chosen();
    const none = { ...(await command(caseId)), values: {} };
    accepted(await adoptions.setAdoptionParameters(cases.as("zhoumin"), none));
    await go(caseId, "chief", "writePlan", { room: "村委会东间。" });
    await go(caseId, "legal", "reviewLegal", { legalOk: "no", legalOpinion: "写清楚不执法。" });
    const { steps } = await view(caseId);
    expect(steps.map(({ is }) => is).join(" ")).toBe("done done done now to to to to to");
  });
});
