import { expect, test } from "vitest";
import type { Json, JsonObject, PlatformOrder } from "../../app/engine/plugin/api";
import models from "../../plugins/models";

async function ordered(job: string, params: JsonObject): Promise<PlatformOrder | undefined> {
  let given: PlatformOrder | undefined;
  const order = (one: PlatformOrder): Promise<Json> => {
    given = one;
    return Promise.resolve({ done: true });
  };
  const found = models.jobs?.find(({ name }) => name === job);
  const { signal } = new AbortController();
  await found?.run({
    params,
    options: {},
    idempotencyKey: "k",
    signal,
    progress: () => {},
    solve: () => Promise.reject(new Error("not asked")),
    order,
  });
  return given;
}

test("an adoption names its units, the kind of village where it is for one, and what was set", async () => {
  const settings: Json[] = [
    { id: "1-1", package: "mediation", parameter: "days", title: "几天", value: "7、30" },
    { id: "1-2", package: "mediation", parameter: "days" },
    "no setting",
  ];
  const params = { units: ["991021200"], model: "m2", from: "2026-12-01", settings };
  expect(await ordered("adopt", { ...params, kind: "mountain" })).toEqual({
    ...{ order: "adoptModel", units: ["991021200"], kind: "mountain", model: "m2" },
    ...{ from: "2026-12-01" },
    settings: [{ package: "mediation", parameter: "days", value: "7、30" }],
  });
  expect(await ordered("adopt", { ...params, kind: "all" })).toMatchObject({ kind: null });
  expect(await ordered("adopt", params)).toMatchObject({ kind: null });
});

test("leaving names the last day, a kind the village and its first", async () => {
  expect(await ordered("leave", { units: ["991021200"], last: "2026-12-31" })).toEqual({
    ...{ order: "leaveModel", units: ["991021200"], kind: null, last: "2026-12-31" },
  });
  expect(
    await ordered("setKind", { village: "991022100201", kind: "urban", from: "2026-12-01" }),
  ).toEqual({
    ...{ order: "setVillageKind", village: "991022100201", kind: "urban", from: "2026-12-01" },
  });
});
