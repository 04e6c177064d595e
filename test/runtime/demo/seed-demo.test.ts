import { expect, test } from "vitest";
import roles from "../../../schemas/common/roles.json";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "../../../app/runtime/demo/demo-people";
import type { Directory } from "../../../app/runtime/people/directory";
import { seedDemo } from "../../../app/runtime/demo/seed-demo";
import { openTestPeople } from "../../support/open-test-people";

async function seeded() {
  const held = await openTestPeople();
  const seed = () => seedDemo({ people: held.people, now: held.clock.time });
  return { ...held, seed, added: await seed() };
}

test("everybody of the demo can sign in with the one password", async () => {
  const { people } = await seeded();
  for (const { login, name } of DEMO_PEOPLE) {
    const answer = await people.signIn({ login, password: DEMO_PASSWORD, address: login });
    expect(answer).toMatchObject({ ok: true, value: { person: { name } } });
  }
});

test("every post of the demo is a known role in a known unit", async () => {
  const { people } = await seeded();
  const posts = DEMO_PEOPLE.flatMap((person) => person.posts);
  for (const { role, unit } of posts) {
    expect(Object.keys(roles)).toContain(role);
    expect(people.directory().findUnit(unit)).toBeDefined();
  }
});

test("seeding again adds nothing", async () => {
  const { added, seed, database } = await seeded();
  expect(added).toBe(true);
  const before = await database.run("select * from users");
  expect(await seed()).toBe(false);
  expect(await database.run("select * from users")).toEqual(before);
});

test("what somebody changed in the demo stays", async () => {
  const { people, accounts, seed } = await seeded();
  await accounts.disable("luoxiaodong");
  await people.save({
    adoptions: [
      {
        unit: "991021",
        package: "dispute-mediation",
        variant: "own",
        from: "2025-01-01",
        to: null,
      },
    ],
  });
  await seed();
  const directory = people.directory();
  expect(directory.findLogin("luoxiaodong")?.disabledAt).not.toBeNull();
  expect(variantsOf(directory, "991021")).toEqual(["own"]);
});

test("杨秀兰 serves 石桥村, whose station 高原 and 罗晓东 answer for", async () => {
  const { people, clock } = await seeded();
  const directory = people.directory();
  const xiulan = directory.findPerson(directory.findLogin("yangxiulan")?.id ?? "");
  expect(xiulan && directory.placesOf(xiulan, clock.time)).toEqual([
    { code: "991021200201", name: "石桥村" },
  ]);
  expect(directory.duty("991021200201", clock.time)).toEqual({
    name: "高原、罗晓东",
    unitName: "青石派出所",
    phone: "0000-6200110",
  });
});

test("清源县 runs its own variant, the other counties the package as shipped", async () => {
  const { people } = await seeded();
  const directory = people.directory();
  expect(["991021", "991022", "991023"].map((unit) => variantsOf(directory, unit))).toEqual([
    [null],
    [null],
    ["qingyuan"],
  ]);
});

/** The variants of mediation that a unit has adopted itself. */
function variantsOf(directory: Directory, unit: string): (string | null)[] {
  return directory.adoptions
    .filter((adoption) => adoption.unit === unit && adoption.package === "dispute-mediation")
    .map(({ variant }) => variant);
}
