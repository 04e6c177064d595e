import { expect, test } from "vitest";
import type { Session } from "../../../app/runtime/api";
import { createAccountDesk } from "../../../app/runtime/people/account-desk";
import { startOfDay, endOfDay } from "../../../app/engine/time/zone";
import { accepted, codeOf } from "../../support/open-test-cases";
import { UNITS } from "../../support/open-test-database";
import { CHEAP, openTestPeople } from "../../support/open-test-people";

const password = "correct horse battery";

/** A city over the county of the units, an administrator of each, and an officer of a station. */
async function open() {
  const held = await openTestPeople();
  const { people, accounts, roles, clock } = held;
  const [county, ...below] = UNITS;
  if (county === undefined) throw new Error("there are units");
  const city = { ...county, id: "city", name: "city", kind: "city", covers: ["99"] };
  await people.save({ units: [city, { ...county, parent: "city" }, ...below] });
  const add = (login: string, role: string, unit: string) =>
    accounts.add({ login, name: login, role, unit, password });
  for (const [login, role, unit] of [
    ["cityadmin", "admin", "city"],
    ["heming", "admin", "county"],
    ["gaoyuan", "officer", "station"],
  ] as const) {
    accepted(await add(login, role, unit));
  }
  const noted: string[] = [];
  const desk = createAccountDesk({
    ...{ people, roles, now: () => clock.time, cost: CHEAP },
    note: (user, act) =>
      Promise.resolve(void noted.push(`${act} ${people.directory().findUser(user)?.login}`)),
  });
  const as = (login: string): Session => {
    const user = people.directory().findLogin(login);
    const person = people.directory().findPerson(user?.id ?? "");
    if (person === undefined) throw new Error(`nobody is called ${login}`);
    const preferences = { language: "zh" as const, largeType: false };
    return { token: "", person, login, csrf: "", preferences };
  };
  return { ...held, desk, as, noted };
}

const yang = {
  ...{ login: "yangxiulan", name: "杨秀兰", role: "auxiliary", unit: "village" },
  ...{ from: "2026-11-20", to: "2027-11-19" },
};

test("an administrator adds somebody for a time; the password is given once and lets them in", async () => {
  const { desk, as, people, noted } = await open();
  const { login, password: made } = accepted(await desk.addPerson(as("heming"), yang));
  expect(made).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  accepted(await people.signIn({ login, password: made, address: "::1" }));
  const user = people.directory().findLogin("yangxiulan");
  const [post] = people.directory().postsOf(user?.id ?? "");
  expect(post).toMatchObject({ from: startOfDay("2026-11-20"), to: endOfDay("2027-11-19") });
  const rows = accepted(desk.peopleDesk(as("heming"))).people;
  expect(rows.map((row) => row.login)).toEqual(["gaoyuan", "heming", "yangxiulan"]);
  expect(rows[2]?.posts).toMatchObject([
    {
      unitName: "village",
      from: { zh: "2026年11月20日" },
      to: { zh: "2027年11月19日" },
      isOpen: true,
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain(made);
  expect(noted).toEqual(["user.add heming"]);
});

test("posts are added and ended; what is over stays on the list", async () => {
  const { desk, as, noted } = await open();
  const post = { login: "gaoyuan", role: "officer", unit: "other", from: "", to: "" };
  accepted(await desk.addPost(as("heming"), post));
  expect(codeOf(await desk.addPost(as("heming"), post))).toBe("people/post-held");
  const posts = () => accepted(desk.peopleDesk(as("heming"))).people[0]?.posts ?? [];
  const first = posts().find(({ unitName }) => unitName === "station");
  accepted(await desk.endPost(as("heming"), { login: "gaoyuan", post: first?.id ?? "" }));
  expect(posts().map(({ unitName, isOpen }) => [unitName, isOpen])).toEqual([
    ["other", true],
    ["station", false],
  ]);
  const again = await desk.endPost(as("heming"), { login: "gaoyuan", post: first?.id ?? "" });
  expect(codeOf(again)).toBe("people/unknown-post");
  expect(noted).toEqual(["user.post heming", "user.endPost heming"]);
});

test("nobody locks themselves out, and nobody reaches above their own units", async () => {
  const { desk, as, noted } = await open();
  const own = accepted(desk.peopleDesk(as("heming"))).people.find(({ isSelf }) => isSelf);
  expect(codeOf(await desk.disablePerson(as("heming"), "heming"))).toBe("people/own-account");
  const end = await desk.endPost(as("heming"), { login: "heming", post: own?.posts[0]?.id ?? "" });
  expect(codeOf(end)).toBe("people/own-account");
  expect(codeOf(await desk.resetPassword(as("heming"), "cityadmin"))).toBe("people/out-of-reach");
  expect(codeOf(await desk.disablePerson(as("heming"), "cityadmin"))).toBe("people/out-of-reach");
  expect(codeOf(await desk.addPerson(as("heming"), { ...yang, unit: "city" }))).toBe(
    "people/out-of-reach",
  );
  const unit = {
    id: "98",
    name: "别处",
    kind: "county",
    parent: "city",
    covers: "98",
    dutyPhone: "",
  };
  expect(codeOf(await desk.addUnit(as("heming"), unit))).toBe("people/out-of-reach");
  expect(codeOf(desk.peopleDesk(as("gaoyuan")))).toBe("people/not-yours");
  expect(codeOf(await desk.resetPassword(as("gaoyuan"), "heming"))).toBe("people/not-yours");
  expect(noted).toEqual([]);
});

test("a disabled account cannot sign in until its password is set anew", async () => {
  const { desk, as, people } = await open();
  accepted(await desk.disablePerson(as("heming"), "gaoyuan"));
  const enter = (word: string) =>
    people.signIn({ login: "gaoyuan", password: word, address: "::1" });
  expect(codeOf(await enter(password))).toBe("auth/wrong");
  const { password: made } = accepted(await desk.resetPassword(as("heming"), "gaoyuan"));
  expect(codeOf(await enter(made))).toBe("accepted");
});

test.each([
  ["people/post-dates", { from: "2026-13-01" }],
  ["people/post-dates", { to: "2026-01-01" }],
  ["people/unknown-role", { role: "king" }],
  ["people/unknown-unit", { unit: "nowhere" }],
  ["people/login-shape", { login: "杨" }],
  ["people/login-taken", { login: "gaoyuan" }],
  ["people/name-missing", { name: " " }],
])("%s: %o", async (code, change) => {
  const { desk, as, people } = await open();
  expect(codeOf(await desk.addPerson(as("heming"), { ...yang, ...change }))).toBe(code);
  expect(people.directory().findLogin("yangxiulan")).toBeUndefined();
});

test("a village is added beneath a township of the administrator's county", async () => {
  const { desk, as, people } = await open();
  const township = { id: "991021200", name: "青石乡", kind: "township", parent: "county" };
  accepted(await desk.addUnit(as("heming"), { ...township, covers: "991021200", dutyPhone: "" }));
  const unit = {
    ...{ id: "991021200203", name: "岩湾村", kind: "village", parent: township.id },
    ...{ covers: "991021200203", dutyPhone: "" },
  };
  accepted(await desk.addUnit(as("heming"), unit));
  expect(people.directory().findUnit("991021200203")?.name).toBe("岩湾村");
  expect(codeOf(await desk.addUnit(as("heming"), unit))).toBe("people/unit-taken");
});

test("people are found by part of a name, an account or a unit, within one's own units", async () => {
  const { desk, as, people } = await open();
  accepted(await desk.addPerson(as("heming"), yang));
  const found = (search: string, login = "heming") =>
    accepted(desk.peopleDesk(as(login), { search })).people.map((row) => row.login);
  expect(found("秀兰")).toEqual(["yangxiulan"]);
  expect(found(" GAOYU ")).toEqual(["gaoyuan"]);
  expect(found("station")).toEqual(["gaoyuan"]);
  expect(found("cityadmin")).toEqual([]);
  expect(found("cityadmin", "cityadmin")).toEqual(["cityadmin"]);
  expect(found("52010120030101123X")).toEqual([]);
  const everybody = people.directory().users.length;
  expect(found("", "cityadmin")).toHaveLength(everybody);
});

test("more than fifty people stand on several pages, each person once", async () => {
  const { desk, as, people } = await open();
  const logins = Array.from({ length: 60 }, (_, n) => `p${String(n).padStart(2, "0")}`);
  await people.save({
    users: logins.map((login) => ({
      ...{ id: login, login, name: "甲", passwordHash: null, demo: false, disabledAt: null },
      ...{ language: "zh" as const, largeType: false, createdAt: 0 },
    })),
    assignments: logins.map((user) => ({
      ...{ id: `${user}.post`, user, role: "auxiliary", unit: "village", from: 0, to: null },
    })),
  });
  const page = (after: string | null, search = "village") =>
    accepted(desk.peopleDesk(as("heming"), { search, after }));
  const first = page(null);
  expect([first.people.length, first.count, first.next]).toEqual([50, 60, "p49"]);
  const second = page(first.next);
  expect([...first.people, ...second.people].map(({ login }) => login)).toEqual(logins);
  expect(second.next).toBeNull();
  expect(page("p59").people).toEqual([]);
});

test("a unit is offered, and taken, only on the level that lies beneath its parent", async () => {
  const { desk, as, people } = await open();
  const adding = (login: string, under?: string) =>
    accepted(desk.unitsDesk(as(login), under)).adding;
  expect(adding("heming")).toMatchObject({
    under: { id: "county" },
    kinds: [{ id: "township" }, { id: "station" }, { id: "justiceOffice" }],
  });
  expect(adding("heming", "city")?.under.id).toBe("county");
  expect(adding("cityadmin")?.kinds.map(({ id }) => id)).toEqual(["county"]);
  expect(adding("cityadmin", "county")?.under.id).toBe("county");

  const unit = { id: "991021300", name: "平川镇", parent: "county", dutyPhone: "" };
  const add = (kind: string, parent = "county") =>
    desk.addUnit(as("heming"), { ...unit, kind, parent, covers: "991021300" });
  const refused = await add("village");
  expect(codeOf(refused)).toBe("people/unit-level");
  expect(!refused.ok && refused.refusal.message.zh).toContain("可以设：乡镇、派出所、司法所");
  expect(codeOf(await add("policeArea", "village"))).toBe("people/unit-level");
  expect(people.directory().findUnit(unit.id)).toBeUndefined();
  accepted(await add("township"));
  expect(people.directory().findUnit(unit.id)?.parent).toBe("county");
});
