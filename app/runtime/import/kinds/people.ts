import { randomUUID } from "node:crypto";
import { refuse } from "../../../engine/errors";
import type { AssignmentRecord, UserRecord } from "../../../engine/people-ports";
import type { Refusal } from "../../../engine/refusal";
import { addDays, isDay, startOfDay } from "../../../engine/time/zone";
import { checkName, checkRole, checkUnit } from "../../people/accounts";
import { toLogin } from "../../people/people";
import { firstLines } from "../first-lines";
import { textColumn } from "../text-column";
import type { ImportContext, ImportKind, Row, RowFault } from "../import-kind";

/**
 * 人员: accounts and their posts, one post a row. No passwords in files: an imported account cannot sign in
 * until an administrator has set one. People and posts that are there already are left as they are.
 */
export const peopleImport: ImportKind = {
  id: "people",
  title: { zh: "人员和岗位", en: "People and posts" },
  columns: [
    textColumn("login", { zh: "用户名", en: "Login" }, { example: "yangxiulan" }),
    textColumn("name", { zh: "姓名", en: "Name" }, { example: "杨秀兰" }),
    textColumn("role", { zh: "角色", en: "Role" }, { example: "驻村辅警（警务助理）" }),
    textColumn("unit", { zh: "机构编号", en: "Unit id" }, { example: "991021200201" }),
    textColumn("from", { zh: "任职日期", en: "From" }, { example: "2026-11-23", required: false }),
    textColumn("to", { zh: "离任日期", en: "To" }, { example: "", required: false }),
  ],
  plan(rows, context) {
    const entries = rows.map((row) => ({ row, entry: toEntry(row, context) }));
    const keyOf = ({ login, role, unit }: Entry) =>
      [login, titleOf(role, context), unitName(unit, context)].join(" ");
    const twice = firstLines(
      entries.map(({ row, entry }) => ({ line: row.line, key: keyOf(entry) })),
    );
    const names = new Map<string, string>();
    const faults = entries.flatMap(({ row, entry }): RowFault[] => {
      const first = twice.get(row.line);
      const name = names.get(entry.login) ?? entry.name;
      names.set(entry.login, name);
      const found: Found[] = first
        ? [[null, refuse("import/row-twice", first)]]
        : faultsOf(entry, { name, context });
      return found.map(([column, refusal]) => ({ line: row.line, column, refusal }));
    });
    const { users, assignments, same } = recordsOf(
      entries.map(({ entry }) => entry),
      context,
    );
    return {
      faults,
      added: assignments.length,
      changed: 0,
      same,
      write: () => context.people.save({ users, assignments }),
    };
  },
};

interface Entry {
  login: string;
  name: string;
  role: string;
  unit: string;
  from: string;
  to: string;
}

/** Roles may be written by their title. */
function toEntry(row: Row, { roles }: ImportContext): Entry {
  const written = row.get("role");
  const [byTitle] = Object.entries(roles).find(([, { title }]) => title.zh === written) ?? [];
  return {
    login: toLogin(row.get("login")),
    name: row.get("name"),
    role: byTitle ?? written,
    unit: row.get("unit"),
    from: row.get("from"),
    to: row.get("to"),
  };
}

/** A column's key, or null for the row as a whole, and what is wrong there. */
type Found = [string | null, Refusal];

/** Everything that is wrong with a row, so that it is mended once. */
function faultsOf(
  entry: Entry,
  { name, context }: { name: string; context: ImportContext },
): Found[] {
  const { people, roles } = context;
  const { findLogin, findUnit } = people.directory();
  const known = findLogin(entry.login)?.name ?? name;
  const wrong = checkName(entry);
  const { login, unit } = entry;
  const found: (Found | false | undefined)[] = [
    known !== entry.name && [
      "name",
      refuse("import/name-differs", { login, known, found: entry.name }),
    ],
    wrong && [wrong.code === "people/login-shape" ? "login" : "name", wrong],
    withColumn("role", checkRole(entry.role, roles)),
    withColumn("unit", checkUnit(unit, findUnit)),
    dayFault("from", { word: "任职日期", day: entry.from }),
    dayFault("to", { word: "离任日期", day: entry.to }),
  ];
  const faults = found.flatMap((one) => (one ? [one] : []));
  if (faults.length > 0 || context.isInReach(unit)) return faults;
  return [["unit", refuse("import/out-of-reach", { unit: unitName(unit, context) })]];
}

function withColumn(column: string, refusal: Refusal | undefined): Found | undefined {
  return refusal && [column, refusal];
}

function dayFault(column: string, { word, day }: { word: string; day: string }): Found | undefined {
  if (day === "" || isDay(day)) return undefined;
  return [column, refuse("import/cell-day", { column: word, found: day })];
}

function titleOf(role: string, { roles }: ImportContext): string {
  return roles[role]?.title.zh ?? role;
}

function unitName(unit: string, { people }: ImportContext): string {
  return people.directory().findUnit(unit)?.name ?? unit;
}

function recordsOf(
  entries: readonly Entry[],
  { people, now }: ImportContext,
): { users: UserRecord[]; assignments: AssignmentRecord[]; same: number } {
  const directory = people.directory();
  const users = new Map<string, UserRecord>();
  const assignments: AssignmentRecord[] = [];
  let same = 0;
  for (const { login, name, role, unit, from, to } of entries) {
    const user = directory.findLogin(login) ?? users.get(login) ?? newUser({ login, name, now });
    if (!directory.findLogin(login)) users.set(login, user);
    const held = directory.findPerson(user.id)?.assignments ?? [];
    if (held.some((one) => one.role === role && one.unit.id === unit)) {
      same += 1;
      continue;
    }
    assignments.push({
      id: randomUUID(),
      user: user.id,
      role,
      unit,
      from: isDay(from) ? startOfDay(from) : now,
      // The last day still counts.
      to: isDay(to) ? startOfDay(addDays(to, 1)) : null,
    });
  }
  return { users: [...users.values()], assignments, same };
}

function newUser({ login, name, now }: { login: string; name: string; now: number }): UserRecord {
  return {
    ...{ id: randomUUID(), login, name, passwordHash: null, demo: false, disabledAt: null },
    ...{ language: "zh", largeType: false, createdAt: now },
  };
}
