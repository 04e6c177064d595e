import ExcelJS from "exceljs";
import { beforeEach, describe, expect, test } from "vitest";
import { blankSheet } from "../../../app/runtime/import/blank-sheet";
import type { ImportKind } from "../../../app/runtime/import/import-kind";
import { peopleImport } from "../../../app/runtime/import/kinds/people";
import { unitsImport } from "../../../app/runtime/import/kinds/units";
import { registerImports } from "../../../app/runtime/import/kinds/register";
import { villagesImport } from "../../../app/runtime/import/kinds/villages";
import { loadPackages } from "../../../app/runtime/load-packages";
import { listOldLines } from "../../../app/storage/old-register-lines";
import { runImport } from "../../../app/runtime/import/run-import";
import { EXAMPLE_TREE } from "../../support/temp-tree";
import { openTestPeople, type TestPeople } from "../../support/open-test-people";

let held: TestPeople;
beforeEach(async () => {
  held = await openTestPeople();
});

const utf8 = (text: string) => new TextEncoder().encode(text);

function take(
  kind: ImportKind,
  bytes: Uint8Array,
  { dry = false, reach = () => true }: { dry?: boolean; reach?: (unit: string) => boolean } = {},
) {
  const { database, people, roles, clock } = held;
  const context = { database, people, roles, now: clock.time, isInReach: reach };
  return runImport({ kind, bytes, dry, context });
}

const units = `机构编号,名称,类型,上级机构编号,管辖代码,值班电话
991021200201,石桥村,村,991021200,991021200201,
991021200,青石乡,乡镇,991021,991021200,
991021,云岭县,县,,991021,
991021200.station,青石派出所,派出所,991021,"991021200",0000-6200110
`;
const people = `用户名,姓名,角色,机构编号,任职日期,离任日期
yangxiulan,杨秀兰,协勤,991021200201,2026-01-01,
gaoyuan,高原,officer,991021200.station,,
gaoyuan,高原,admin,991021,,2027-06-30
`;

describe("units and people", () => {
  test("are imported whole, parents after their villages too, and a second time changes nothing", async () => {
    expect(await take(unitsImport, utf8(units))).toEqual({
      ok: true,
      value: { rows: 4, added: 4, changed: 0, same: 0 },
    });
    expect(held.people.directory().findUnit("991021200201")?.name).toBe("石桥村");
    expect(await take(unitsImport, utf8(units))).toMatchObject({
      value: { added: 0, changed: 0, same: 4 },
    });
    expect(await take(peopleImport, utf8(people))).toMatchObject({ value: { added: 3 } });
    const again = await take(peopleImport, utf8(people));
    expect(again).toMatchObject({ value: { added: 0, same: 3 } });
    const user = held.people.directory().findLogin("gaoyuan");
    const posts = held.people.directory().findPerson(user?.id ?? "")?.assignments;
    expect(posts?.map(({ role, to }) => [role, to === null]).sort()).toEqual([
      ["admin", false],
      ["officer", true],
    ]);
    // Nobody can sign in with an account that has no password.
    expect(user?.passwordHash).toBeNull();
  });

  test("a changed name is a change", async () => {
    await take(unitsImport, utf8(units));
    const renamed = utf8(units.replace("石桥村", "石桥新村"));
    expect(await take(unitsImport, renamed)).toMatchObject({ value: { changed: 1, same: 3 } });
    expect(held.people.directory().findUnit("991021200201")?.name).toBe("石桥新村");
  });

  test("looking first writes nothing", async () => {
    const looked = await take(unitsImport, utf8(units), { dry: true });
    expect(looked).toMatchObject({ value: { added: 4 } });
    expect(held.people.directory().units).toEqual([]);
  });

  test("three hundred bad rows of twenty thousand are each named, and nothing is imported", async () => {
    const row = (n: number) => {
      const id = `9910212${String(n).padStart(5, "0")}`;
      const kind = n % 66 === 0 && n <= 19_800 ? "村庄" : "村";
      return `${id},村${n},${kind},991021,${id},`;
    };
    const head = "机构编号,名称,类型,上级机构编号,管辖代码,值班电话\n991021,云岭县,县,,991021,\n";
    const rows = Array.from({ length: 20_000 }, (_, n) => row(n + 1)).join("\n");
    const refused = await take(unitsImport, utf8(head + rows));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "import/bad-rows", params: { rows: 20_001, bad: 300 } },
    });
    expect(!refused.ok && refused.faults[0]).toMatchObject({
      line: 68,
      refusal: { code: "import/cell-choice" },
    });
    expect(held.people.directory().units).toEqual([]);
  });

  test.each([
    ["a missing name", "x,,村,991021,991021200201,", "import/cell-missing"],
    ["an unknown parent", "991021200201,石桥村,村,9999,991021200201,", "people/unknown-unit"],
    ["a village of two codes", "991021200201,石桥村,村,,991021200,", "people/unit-covers"],
    ["a code that came as a number", "9.91E+11,石桥村,村,,991021200201,", "people/unit-id"],
  ])("%s is refused in its row", async (_name, row, code) => {
    const head = units.split("\n")[0];
    const refused = await take(unitsImport, utf8(`${head}\n${row}\n`));
    expect(refused).toMatchObject({ ok: false, faults: [{ line: 2, refusal: { code } }] });
  });

  test("the same row twice, another's name, and a unit out of reach are told", async () => {
    await take(unitsImport, utf8(units));
    await take(peopleImport, utf8(people));
    const head = people.split("\n")[0];
    const refused = await take(
      peopleImport,
      utf8(
        [
          head,
          "luo,罗晓东,officer,991021200.station,,",
          "luo,罗晓东,officer,991021200.station,,",
          "gaoyuan,高远,officer,991021200,,",
          "tian,田淑芬,officer,991021,,",
          "qin,覃明,chief,991021200,,",
          "ran,冉小燕,officer,991021200,2026/1/1,",
          "wu,吴国良,保安,0,2026/1/1,明年",
        ].join("\n"),
      ),
      { reach: (unit) => unit.startsWith("991021200") },
    );
    const faults = refused.ok ? [] : refused.faults;
    expect(faults.map(({ line, column, refusal }) => [line, column, refusal.code])).toEqual([
      [3, null, "import/row-twice"],
      [4, "name", "import/name-differs"],
      [5, "unit", "import/out-of-reach"],
      [6, "role", "people/unknown-role"],
      [7, "from", "import/cell-day"],
      // All that is wrong with a row is said at once, and roles are named as people call them.
      [8, "role", "people/unknown-role"],
      [8, "unit", "people/unknown-unit"],
      [8, "from", "import/cell-day"],
      [8, "to", "import/cell-day"],
    ]);
    expect(faults.at(4)?.refusal.message.zh).not.toContain("qy ");
    expect(faults.at(5)?.refusal.message.zh).toContain("民警（officer）");
  });

  test("a ring of parents reaches nothing", async () => {
    const ring = units.replace("991021,云岭县,县,,", "991021,云岭县,县,991021200,");
    const refused = await take(unitsImport, utf8(ring));
    expect(refused).toMatchObject({ ok: false, refusal: { code: "import/bad-rows" } });
  });
});

describe("villages and old books", () => {
  const head = "机构编号,户数,外来居住人数,到派出所多少分钟,在县界上";

  test("totals of a village are kept, an empty cell leaves out what is not known", async () => {
    await take(unitsImport, utf8(units));
    const sheet = utf8(`${head}\n991021200201,412,,38,否\n`);
    expect(await take(villagesImport, sheet)).toMatchObject({ value: { added: 1 } });
    expect(held.people.directory().findFacts("991021200201")).toEqual({
      unit: "991021200201",
      facts: { households: 412, minutesToStation: 38, onCountyBorder: false },
      day: "2026-11-23",
    });
    expect(await take(villagesImport, sheet)).toMatchObject({ value: { same: 1 } });
  });

  test("a number out of bounds, a word that is none, and what is no village are told", async () => {
    await take(unitsImport, utf8(units));
    const rows = ["991021200201,-1,,38,也许", "991021200,1,1,1,是"].join("\n");
    const refused = await take(villagesImport, utf8(`${head}\n${rows}\n`));
    expect(!refused.ok && refused.faults.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [2, "import/cell-number"],
      [2, "import/cell-choice"],
      [3, "people/unknown-unit"],
    ]);
  });

  test("old lines keep their numbers and are sealed; the same sheet again changes nothing", async () => {
    const { packages } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending"] });
    const [book] = registerImports(packages);
    if (!book) throw new Error("the example has no register");
    await take(unitsImport, utf8(units));
    const names = book.columns.map(({ title }) => title.zh);
    const row = ["991021200.station", "2025-018", "2025-03-12", "旧 7 号", "田秀英"];
    const sheet = utf8(`${names.slice(0, 5).join(",")}\n${row.join(",")}\n`);
    expect(await take(book, sheet)).toMatchObject({ value: { added: 1 } });
    expect(await take(book, sheet)).toMatchObject({ value: { same: 1 } });
    const lines = await listOldLines(held.database, {
      ...{ package: "tool-lending", register: "loanBook" },
      ...{ units: ["991021200.station"], year: 2025 },
    });
    expect(lines).toMatchObject([{ number: "2025-018", cells: { borrower: "田秀英" } }]);
    const [stored] = await held.database.run<{ cells: Buffer }>(
      "select cells from old_register_lines",
    );
    expect(stored?.cells.includes("田秀英")).toBe(false);
    const tomorrow = utf8(`${names.slice(0, 3).join(",")}\n991021,1,2026-11-24\n`);
    const refused = await take(book, tomorrow);
    expect(refused).toMatchObject({ faults: [{ refusal: { code: "import/cell-day" } }] });
  });
});

describe("files as offices have them", () => {
  test("CSV in GBK is read like UTF-8 with its mark", async () => {
    // 机构编号,名称,类型,管辖代码 / 991021,云岭县,县,991021, written by an old Excel.
    const header = [0xbb, 0xfa, 0xb9, 0xb9, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6];
    const rest = [
      0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xb9, 0xdc, 0xcf, 0xbd, 0xb4, 0xfa, 0xc2, 0xeb,
    ];
    const name = [0xd4, 0xc6, 0xc1, 0xeb, 0xcf, 0xd8];
    const line = [...utf8("\r\n991021,"), ...name, ...utf8(","), 0xcf, 0xd8, ...utf8(",991021")];
    const read = await take(unitsImport, Uint8Array.from([...header, ...rest, ...line]));
    expect(read).toMatchObject({ value: { added: 1 } });
    expect(held.people.directory().findUnit("991021")?.name).toBe("云岭县");
    const marked = await take(unitsImport, utf8(`\uFEFF${units}`));
    expect(marked).toMatchObject({ value: { added: 3, same: 1 } });
  });

  test("an xlsx filled in from the empty sheet is read back, with codes whole", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await blankSheet(unitsImport)).slice().buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(2).getCell(1).value).toBe("991021200201");
    sheet?.spliceRows(2, 1, [991021, "云岭县", "县", "", "991021", ""]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await take(unitsImport, bytes)).toMatchObject({ value: { added: 1 } });
    expect(held.people.directory().findUnit("991021")?.covers).toEqual(["991021"]);
  });

  test.each([
    ["no table at all", utf8("%PDF-1.7 \0\0"), "import/unreadable"],
    ["a broken zip", utf8("PK\u0003\u0004 no directory"), "import/too-large"],
    ["a header alone", utf8(`${units.split("\n")[0]}\n`), "import/empty"],
    ["other columns", utf8("甲,乙\n1,2\n"), "import/missing-columns"],
    [
      "a column too many",
      utf8("机构编号,名称,类型,管辖代码,体重\n1,2,3,4,5\n"),
      "import/unknown-columns",
    ],
    ["eleven megabytes", new Uint8Array(11 * 1024 * 1024), "import/too-large"],
  ])("%s is refused", async (_name, bytes, code) => {
    expect(await take(unitsImport, bytes)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("a small file that would unpack to something huge is not unpacked", async () => {
    const bytes = (await blankSheet(unitsImport)).slice();
    const view = new DataView(bytes.buffer);
    // The directory's first entry now claims four gigabytes.
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 0xfffffff0, true);
        break;
      }
    }
    expect(await take(unitsImport, bytes)).toMatchObject({
      refusal: { code: "import/too-large" },
    });
  });
});
