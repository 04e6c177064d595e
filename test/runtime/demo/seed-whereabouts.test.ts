import { expect, test } from "vitest";
import { seedDemo } from "../../../app/runtime/demo/seed-demo";
import { seedWhereabouts } from "../../../app/runtime/demo/seed-whereabouts";
import { findWhereabouts, saveWhereabouts } from "../../../app/storage/whereabouts";
import { instantOf } from "../../../app/engine/time/zone";
import { openTestPeople } from "../../support/open-test-people";

test("the cards hang as on that morning; one that somebody turned stays as it is", async () => {
  const { database, people, clock } = await openTestPeople();
  await seedDemo({ people, now: clock.time });
  const user = people.directory().findLogin("yangxiulan")?.id ?? "";
  const own = { word: "village" as const, place: "二组", until: clock.time + 1, setAt: clock.time };
  await saveWhereabouts(database, user, own);
  await seedWhereabouts({ database, people, clock: { now: () => clock.time } });
  const chief = people.directory().findLogin("luming")?.id ?? "";
  const cards = await findWhereabouts(database, [user, chief]);
  expect(cards.get(user)).toEqual(own);
  expect(cards.get(chief)).toMatchObject({ word: "meeting", until: instantOf("2026-11-23T11:30") });
});
