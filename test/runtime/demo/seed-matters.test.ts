import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { QueueName, Session } from "../../../app/runtime/api";
import { seedDemo } from "../../../app/runtime/demo/seed-demo";
import { seedMatters } from "../../../app/runtime/demo/seed-matters";
import { createVillages } from "../../../app/runtime/models/create-villages";
import { openCases } from "../../../app/runtime/cases/open-cases";
import { loadPackages } from "../../../app/runtime/load-packages";
import { openPlatform, type Platform } from "../../../app/runtime/open-platform";
import { loadPlugins } from "../../../app/runtime/plugins";
import { projectRoot } from "../../../app/runtime/project-root";
import { readSettings } from "../../../app/runtime/settings";

let folder = "";
let platform: Platform;
const registry = loadPlugins();

async function openAt(clock: string): Promise<void> {
  const settings = readSettings({ QY_DATA_DIR: folder, QY_CLOCK: clock });
  platform = await openPlatform({ settings, holder: "test" });
  await seedDemo({ people: platform.people, now: platform.clock.now() });
}

async function seed() {
  const { packages, models, kinds } = await loadPackages({ dir: projectRoot });
  return seedMatters({ platform, registry, packages, models, kinds });
}

async function worklistOf(login: string, queue: QueueName = "unit") {
  const { packages, models, kinds } = await loadPackages({ dir: projectRoot });
  const cases = openCases({ platform, registry, packages, models, kinds });
  await cases.workers.runDue();
  const directory = platform.people.directory();
  const person = directory.findPerson(directory.findLogin(login)?.id ?? "");
  if (!person) throw new Error(`there is no ${login}`);
  const preferences = { language: "zh" as const, largeType: false };
  const session: Session = { token: "", csrf: "", login, person, preferences };
  const { rows } = await cases.part.worklist(session, { queue, after: null });
  await cases.stop();
  return rows;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qy-demo-"));
});
afterEach(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Some dozens of steps, each with its own transaction on the disk. */
const slow = { timeout: 240_000 };

test(
  "at the new year's night, with holidays before and no calendar after, every step is taken",
  slow,
  async () => {
    await openAt("2027-01-01T00:10");
    expect(await seed()).toEqual([]);
  },
);

test(
  "no telling is refused, every book has lines, and everybody with whom the story begins finds something to do",
  slow,
  async () => {
    await openAt("2026-11-23T10:00");
    expect(await seed()).toEqual([]);
    const rows = await worklistOf("gaoyuan");
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ due }) => due.kind)).toContain("over");
    for (const login of ["yangxiulan", "yangguoan", "xiangchunfang", "tianshufen", "heguifen"]) {
      expect((await worklistOf(login)).length, login).toBeGreaterThan(0);
    }

    // No two matters of a village read the same.
    for (const login of ["luming", "jiangning"]) {
      const read = (await worklistOf(login, "all"))
        // An agreement names nobody in its title.
        .filter(({ stateTitles, title }) => stateTitles.length > 0 && !title.zh.startsWith("聘用"))
        .map(({ placeName, title: { zh } }) => `${placeName} ${zh}`);
      expect(read.filter((said, i) => read.indexOf(said) !== i)).toEqual([]);
    }
    const books = await platform.database.run<{ book: string }>(
      `select distinct package || '.' || register as book from register_lines`,
    );
    expect(books.map(({ book }) => book)).toEqual(expect.arrayContaining(BOOKS));
    await dongguanWorksAnew();

    // Told again, nothing is added.
    const before = await platform.database.run("select count(*) as n from case_events");
    expect(await seed()).toEqual([]);
    expect(await platform.database.run("select count(*) as n from case_events")).toEqual(before);
  },
);

/** Every book of the county's processes has lines. */
const BOOKS = [
  "dispute-mediation.disputeBook",
  "training.trainingBook",
  "training.contract.hireBook",
  "training.contract.itemBook",
  "transfer.transferBook",
  "staff-move.moveBook",
  "auxiliary-selection.need.needBook",
  "auxiliary-selection.objection.objectionBook",
  "duty-rotation.shift.duty",
  "duty-rotation.shift.handover",
  "appraisal.appraisalBook",
  "work-log.logBook",
];

/** 东关村 works by its new model, and six matters that began before go on as they began. */
async function dongguanWorksAnew(): Promise<void> {
  const { kinds, packages, models } = await loadPackages({ dir: projectRoot });
  const cases = openCases({ platform, registry, packages, models, kinds });
  const villages = createVillages({ ...cases.parts, kinds, registry, isDemo: true });
  const page = await villages.village(null, "991022100201");
  await cases.stop();
  if (!page.ok) throw new Error(page.refusal.code);
  expect(page.value).toMatchObject({ model: { letter: "托" }, kind: { zh: "城中村" } });
  expect(page.value.changes).toMatchObject([
    {
      text: {
        zh: "11月2日起改按警务室＋房屋托管办理，此前开始的 6 件仍按一区一警·一村一辅办完。",
      },
      basis: { zh: "县局核定为城中村，依据：东关村型〔2026〕01号" },
    },
  ]);
  const running = page.value.way?.stops.reduce((sum, { count }) => sum + count, 0) ?? 0;
  expect(running).toBeGreaterThan(2);
}
