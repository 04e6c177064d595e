import { expect, test } from "vitest";
import { plainSentence } from "../../../app/engine/change/say-change";
import type { ProposalActInput } from "../../../app/runtime/api";
import { isPlaceIn } from "../../../app/runtime/changes/stacks";
import type { Models } from "../../../app/runtime/models/models";
import { makeModel } from "../../support/make-model";
import { accepted, BAISHU, codeOf, SHIQIAO } from "../../support/open-test-cases";
import { openTestChanges, type Desk, type TestChanges } from "../../support/open-test-changes";
import { makeExampleTree } from "../../support/temp-tree";

const source = { zh: "来源", en: "Source" };
const longLoans = makeModel({
  id: "long-loans",
  title: { zh: "长借" },
  processes: {
    "tool-lending": {
      parameters: { lendingDays: { value: 10, source, certainty: "assumed" } },
    },
  },
});

/** 石桥村 is under a model that lends for ten days; the rest of 云岭县 lends for seven. */
async function open(): Promise<TestChanges> {
  const dir = await makeExampleTree({ "workflows/models/long-loans/model.json": longLoans });
  const test = await openTestChanges({ dir });
  await test.cases.people.save({
    modelAdoptions: [
      {
        ...{ unit: SHIQIAO, kind: null, model: "long-loans", from: "2026-11-01" },
        ...{ to: null, settings: {}, decidedBy: null },
      },
    ],
  });
  return test;
}

const scope = { unit: null, model: "long-loans", package: "tool-lending" };

async function act(test: TestChanges, desk: Desk, id: string, done: ProposalActInput["act"]) {
  const { revision } = accepted(await test.changes.proposal(test.at(desk), id));
  return test.changes.actOnProposal(test.at(desk), { id, revision, act: done });
}

async function daysAt(test: TestChanges, place: string, day: string): Promise<unknown> {
  const ask = { package: "tool-lending", place, day };
  return accepted(await test.cases.definitions.resolve(ask)).params["lendingDays"];
}

const input = {
  ...{ parameter: "lendingDays", value: "14", exemption: null, why: "山里路远" },
  ...{ wantedFrom: "", revision: null },
};

test("a change for one model's villages leaves the others as they are, and says so", async () => {
  const test = await open();
  const ask = { ...scope, parameter: "lendingDays", value: "14" };
  const page = accepted(await test.changes.parameterPage(test.at("zhoumin"), ask));
  expect(page.models).toEqual([{ id: "long-loans", title: { zh: "长借" }, villages: 1 }]);
  expect(plainSentence(page.sentence).zh).toBe(
    "借期，由 10 天改为 14 天，只适用于云岭县长借的 1 个村。其他村仍为 7 天。",
  );
  const { id } = accepted(
    await test.changes.saveParameter(test.at("zhoumin"), { ...scope, ...input }),
  );
  accepted(await test.changes.beginTrial(test.at("zhoumin"), id));
  await test.trials.runDue();
  accepted(await act(test, "zhoumin", id, { act: "readTrial" }));
  accepted(await act(test, "zhoumin", id, { act: "submit" }));
  const approve = { act: "approve" as const, text: "同意", documentNumber: "7号" };
  accepted(await act(test, "hejing", id, approve));
  accepted(await act(test, "hejing", id, { act: "publish", from: "2026-12-01" }));
  const desk = accepted(await test.changes.rules(test.at("zhoumin"), null));
  const row = desk.packages[0]?.parameters.find(({ name }) => name === "lendingDays");
  expect(row?.notes.map(({ zh }) => zh)).toEqual(["长借：2026年12月1日起改为 14 天。"]);
  expect(await daysAt(test, SHIQIAO, "2026-11-30")).toBe(10);
  expect(await daysAt(test, SHIQIAO, "2026-12-01")).toBe(14);
  expect(await daysAt(test, BAISHU, "2026-12-01")).toBe(7);
});

test("a change for the whole county that does not fit every village is not sent", async () => {
  const test = await open();
  const whole = { ...scope, model: null };
  const { id } = accepted(
    await test.changes.saveParameter(test.at("zhoumin"), { ...whole, ...input }),
  );
  expect(codeOf(await act(test, "zhoumin", id, { act: "submit" }))).toBe("change/not-everywhere");
});

test("a model that holds nowhere in the county is no scope", async () => {
  const test = await open();
  const save = (model: string, desk: Desk) =>
    test.changes.saveParameter(test.at(desk), { ...scope, ...input, model });
  expect(codeOf(await save("long-loans", "wenjie"))).toBe("change/unknown-scope");
  expect(codeOf(await save("no-such-model", "zhoumin"))).toBe("change/unknown-scope");
});

test("a station's area, where rounds and rosters lie, is under the model of its township", async () => {
  const test = await openTestChanges();
  const { cases, log } = test;
  const found = { ok: true as const, value: { model: longLoans } };
  const models = { modelAt: () => found } as unknown as Models;
  const layering = { directory: cases.parts.directory, models, changes: log };
  const at = (place: string, model: string | null) =>
    isPlaceIn(
      layering,
      { scope: { ...scope, unit: "991021", model }, villages: [{ code: SHIQIAO, name: "石桥村" }] },
      { place, day: "2026-11-23" },
    );
  expect(at("991021200000", "long-loans")).toBe(true);
  expect(at("991021200000", "station-team")).toBe(false);
  expect(at("991021200000", null)).toBe(true);
  expect(at(SHIQIAO, "long-loans")).toBe(true);
  expect(at(BAISHU, "long-loans")).toBe(false);
});
