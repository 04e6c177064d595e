import { beforeEach, expect, test } from "vitest";
import type { NewAccount } from "../../../app/runtime/people/accounts";
import { addUnit } from "../../../app/runtime/people/units";
import type { UnitRecord } from "../../../app/engine/people-ports";
import { openTestPeople, type TestPeople } from "../../support/open-test-people";

const county: UnitRecord = {
  id: "991021",
  name: "云岭县",
  kind: "county",
  parent: null,
  covers: ["991021"],
  dutyPhone: null,
};
const admin: NewAccount = {
  login: "heming",
  name: "何明",
  role: "admin",
  unit: "991021",
  password: "spring water 7",
};

let held: TestPeople;
beforeEach(async () => {
  held = await openTestPeople();
  await addUnit(held.people, county);
});

test("an account can sign in as soon as it is added, with its post", async () => {
  expect(await held.accounts.add(admin)).toMatchObject({ ok: true, value: { demo: false } });
  const { login, password } = admin;
  const answer = await held.people.signIn({ login, password, address: "" });
  expect(answer).toMatchObject({
    ok: true,
    value: { person: { assignments: [{ role: "admin" }] } },
  });
});

test.each([
  [{ login: "1abc" }, "people/login-shape"],
  [{ login: "he ming" }, "people/login-shape"],
  [{ name: "  " }, "people/name-missing"],
  [{ name: "x".repeat(65) }, "people/name-missing"],
  [{ role: "king" }, "people/unknown-role"],
  [{ role: "constructor" }, "people/unknown-role"],
  [{ unit: "991022" }, "people/unknown-unit"],
  [{ password: "short" }, "auth/password-short"],
  [{ password: "heming-2026" }, "auth/password-guessable"],
])("an account with %o is refused with %s and not kept", async (change, code) => {
  expect(await held.accounts.add({ ...admin, ...change })).toMatchObject({ refusal: { code } });
  expect(held.people.directory().users).toEqual([]);
});

test("a login belongs to one person", async () => {
  await held.accounts.add(admin);
  const again = await held.accounts.add({ ...admin, login: "HeMing", name: "何鸣" });
  expect(again).toMatchObject({ refusal: { code: "people/login-taken" } });
});

test("a person may hold several posts, each once", async () => {
  await held.accounts.add(admin);
  const post = { login: "heming", role: "officer", unit: "991021" };
  expect(await held.accounts.addPost(post)).toMatchObject({ ok: true });
  expect(await held.accounts.addPost(post)).toMatchObject({
    refusal: { code: "people/post-held" },
  });
  const user = held.people.directory().findLogin("heming");
  const person = held.people.directory().findPerson(user?.id ?? "");
  expect(person?.assignments.map(({ role }) => role).sort()).toEqual(["admin", "officer"]);
});

test("a reset opens a disabled account again, with the new password only", async () => {
  await held.accounts.add(admin);
  await held.accounts.disable("heming");
  await held.accounts.reset({ login: "heming", password: "another water 8" });
  const signIn = (password: string) =>
    held.people.signIn({ login: "heming", password, address: "" });
  expect(await signIn("another water 8")).toMatchObject({ ok: true });
  expect(await signIn(admin.password)).toMatchObject({ refusal: { code: "auth/wrong" } });
});

test.each(["reset", "disable", "addPost"] as const)(
  "%s names a login that is not there",
  async (act) => {
    const input = { login: "nobody", password: "spring water 7", role: "admin", unit: "991021" };
    const { accounts } = held;
    const answer =
      act === "disable" ? await accounts.disable("nobody") : await accounts[act](input);
    expect(answer).toMatchObject({ refusal: { code: "people/unknown-login" } });
  },
);

test.each([
  [{ id: "yunling" }, "people/unit-id"],
  [{ id: "991021.Station" }, "people/unit-id"],
  [{ id: "991021" }, "people/unit-taken"],
  [{ name: "" }, "people/name-missing"],
  [{ kind: "kingdom" }, "people/unit-kind"],
  [{ covers: [] }, "people/unit-covers"],
  [{ covers: ["9"] }, "people/unit-covers"],
  [{ covers: ["99102x"] }, "people/unit-covers"],
  [{ kind: "village", covers: ["991021200"] }, "people/unit-covers"],
  [{ parent: "991029" }, "people/unknown-unit"],
  [{ dutyPhone: "call me" }, "people/duty-phone"],
])("a unit with %o is refused with %s and not kept", async (change, code) => {
  const station = { ...county, id: "991021200.station", kind: "station", parent: "991021" };
  const answer = await addUnit(held.people, { ...station, ...change });
  expect(answer).toMatchObject({ refusal: { code } });
  expect(held.people.directory().units).toEqual([county]);
});

test("a village has its one full code", async () => {
  const village = { ...county, id: "991021200201", kind: "village", covers: ["991021200201"] };
  expect(await addUnit(held.people, village)).toMatchObject({ ok: true });
});
