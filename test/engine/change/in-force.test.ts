import { describe, expect, test } from "vitest";
import { latestVersion, layerOn, versionOn } from "../../../app/engine/change/in-force";
import { materialise } from "../../../app/engine/variant/materialise";
import { exampleDocument } from "../../support/example-document";
import { makeProposal, makeVersion, parameterPatch } from "../../support/make-proposal";

const { scope } = makeProposal();

describe("which version holds", () => {
  const versions = [
    makeVersion("2026-12-10"),
    makeVersion("2026-06-01"),
    makeVersion("2026-09-01"),
  ];
  test.each([
    ["2026-05-31", undefined],
    ["2026-06-01", "v-2026-06-01"],
    ["2026-12-09", "v-2026-09-01"],
    ["2026-12-10", "v-2026-12-10"],
  ])("on %s: %s", (day, id) => {
    expect(versionOn(versions, scope, day)?.id).toBe(id);
  });

  test("those of another county, package or model do not count", () => {
    expect(versionOn(versions, { ...scope, unit: "991023" }, "2027-01-01")).toBeUndefined();
    expect(versionOn(versions, { ...scope, model: "m2" }, "2027-01-01")).toBeUndefined();
  });

  test("the latest may be one that is still to come", () => {
    expect(latestVersion(versions, scope)?.id).toBe("v-2026-12-10");
  });
});

describe("under a parameter's floor", () => {
  const under = {
    id: "p1",
    patch: parameterPatch("lendingDays", 7, 0),
    exemptions: [{ parameter: "lendingDays", reason: "汛期", until: "2026-12-31" }],
  };

  async function daysOn(day: string, change: Partial<typeof under> = {}) {
    const base = await exampleDocument();
    const layer = layerOn({ ...under, ...change }, { day, parameters: base.workflow.parameters });
    const made = materialise({ base, variants: [layer] });
    if (!made.ok) return made.problems.map(({ code }) => code);
    const { value, schema } = made.document.workflow.parameters?.["lendingDays"] ?? {};
    return { value, minimum: schema?.["minimum"] };
  }

  test("new matters use the lower value while the exemption runs, and the floor again afterwards", async () => {
    expect(await daysOn("2026-12-31")).toEqual({ value: 0, minimum: 0 });
    expect(await daysOn("2027-01-01")).toEqual({ value: 1, minimum: 1 });
  });

  test("without an exemption it is refused", async () => {
    expect(await daysOn("2026-12-31", { exemptions: [] })).toEqual(["variant/outside-schema"]);
  });

  test("an exemption lowers the floor and nothing else", async () => {
    const patch = parameterPatch("lendingDays", 7, 31);
    expect(await daysOn("2026-12-31", { patch })).toEqual(["variant/outside-schema"]);
  });

  test("a statutory parameter keeps its floor, exemption or not", async () => {
    const base = await exampleDocument();
    Object.assign(base.workflow.parameters?.["lendingDays"] ?? {}, { statutory: true });
    const layer = layerOn(under, { day: "2026-12-01", parameters: base.workflow.parameters });
    const made = materialise({ base, variants: [layer] });
    expect(made.ok ? [] : made.problems.map(({ code }) => code)).toContain("variant/statutory");
  });
});
