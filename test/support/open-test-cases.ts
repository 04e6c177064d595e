import { expect, vi } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { instantOf } from "../../app/engine/time/zone";
import { openCases, type Cases } from "../../app/runtime/cases/open-cases";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import type { Result, Session, StepAnswer } from "../../app/runtime/api";
import { demoUnits } from "../../app/runtime/demo/demo-units";
import type { ChangeSource } from "../../app/runtime/layers";
import { loadPackages } from "../../app/runtime/load-packages";
import { createCsrfTokens } from "../../app/runtime/people/csrf-tokens";
import { createPeople, type People } from "../../app/runtime/people/people";
import { loadPlugins } from "../../app/runtime/plugins";
import type { Plugin } from "../../app/engine/plugin/api";
import type { Registry } from "../../app/engine/plugin/registry-types";
import { createRegistry } from "../../app/engine/plugin/registry";
import { createPeopleStore } from "../../app/storage/people-store";
import { createSessionStore } from "../../app/storage/session-store";
import type { Database } from "../../app/storage/database";
import { makeFolder, openTestDatabase } from "./open-test-database";
import { EXAMPLE_TREE } from "./temp-tree";

/** 石桥村, its neighbour, and a village of another county. */
export const SHIQIAO = "991021200201";
export const BAISHU = "991021200202";
export const QINGYUAN = "991023200201";

/** Who works in the tests: login → role and unit. */
const POSTS = {
  yangxiulan: { role: "auxiliary", unit: SHIQIAO },
  luojianping: { role: "auxiliary", unit: BAISHU },
  longdehai: { role: "villageCommittee", unit: SHIQIAO },
  yangguoan: { role: "mediator", unit: SHIQIAO },
  gaoyuan: { role: "officer", unit: "991021200.station" },
  zhouzheng: { role: "officer", unit: "991023200.station" },
} as const;
export type Login = keyof typeof POSTS;

export interface TestCases extends Cases {
  database: Database;
  people: People;
  /** The clock; set `time` to move it. */
  clock: { time: number };
  /** What was logged as a warning or an error. */
  log: { warn: ReturnType<typeof vi.fn>; error: ReturnType<typeof vi.fn> };
  as(login: string): Session;
  /** Opens the same database file again, as after a restart; with other packages where a folder is given. */
  reopen(change?: { dir?: string; registry?: Registry }): Promise<TestCases>;
}

export interface TestCasesInput {
  /** A folder laid out as the repository; default: the example tree. */
  dir?: string;
  clock?: string;
  /** More people: login → role and unit. */
  posts?: Readonly<Record<string, { role: string; unit: string }>>;
  /** Plugins beside the installed ones. */
  plugins?: readonly Plugin[];
  /** What counties changed on the web. */
  changes?: ChangeSource;
}

/** Matters over a real database in a file, with the demo's units and a few people. */
export async function openTestCases(input: TestCasesInput = {}): Promise<TestCases> {
  const file = `sqlite:${makeFolder()}/qingyuan.sqlite`;
  const clock = { time: instantOf(input.clock ?? "2026-11-23T10:00") };
  const { dir = EXAMPLE_TREE, plugins = [], changes } = input;
  const opened = await open({ dir, plugins, file, clock, changes });
  const posts = { ...POSTS, ...input.posts };
  await opened.people.save({
    units: demoUnits(),
    users: Object.keys(posts).map((login) => ({
      id: login,
      login,
      name: login,
      passwordHash: null,
      demo: false,
      disabledAt: null,
      language: "zh",
      largeType: false,
      createdAt: 0,
    })),
    assignments: Object.entries(posts).map(([user, post]) => ({
      id: `${user}.post`,
      user,
      ...post,
      from: 0,
      to: null,
    })),
  });
  return opened;
}

interface Opening {
  dir: string;
  plugins: readonly Plugin[];
  file: string;
  clock: { time: number };
  changes: ChangeSource | undefined;
  /** Instead of the installed plugins and those beside them. */
  registry?: Registry;
}

async function open(input: Opening): Promise<TestCases> {
  const { file, clock, dir, plugins, changes } = input;
  const database = await openTestDatabase(file);
  const { packages, models, kinds, roles } = await loadPackages({ dir });
  const people = await createPeople({
    store: createPeopleStore(database),
    sessionStore: createSessionStore(database),
    roles,
    csrf: createCsrfTokens(Buffer.alloc(32, 1)),
    now: () => clock.time,
    demoAccounts: false,
  });
  const log = { warn: vi.fn(), error: vi.fn(), info: vi.fn(), debug: vi.fn() };
  const installed = [...loadPlugins().plugins.values()];
  const given = plugins.length === 0 ? loadPlugins() : createRegistry([...installed, ...plugins]);
  const cases = openCases({
    platform: { database, people, roles, clock: { now: () => clock.time }, log },
    registry: input.registry ?? given,
    packages,
    models,
    kinds,
    ...(changes === undefined ? {} : { changes }),
  });
  return {
    ...cases,
    database,
    people,
    clock,
    log,
    as(login) {
      const person = people.directory().findPerson(login);
      if (person === undefined) throw new Error(`nobody is called ${login}`);
      const preferences = { language: "zh" as const, largeType: false };
      return { token: "", person, login, csrf: "", preferences };
    },
    async reopen(change = {}) {
      await cases.stop();
      await database.knex.destroy();
      return open({ ...input, ...change });
    },
  };
}

/** A loan as the example tree's start form asks for it. */
export function loanForm(change: JsonObject = {}): JsonObject {
  return {
    borrower: { name: "杨德厚", phone: "13800138000" },
    use: "farm",
    items: [{ name: "水泵", count: 1 }],
    pickUpDay: "2026-11-24",
    ...change,
  };
}

/** Registers a loan in 石桥村 and gives its id. */
export async function startLoan(cases: TestCases, change: JsonObject = {}): Promise<string> {
  const answer = await cases.part.start(cases.as("yangxiulan"), {
    package: "tool-lending",
    place: SHIQIAO,
    commandId: uuidv7(cases.clock.time),
    expectedSeq: 0,
    form: loanForm(change),
  });
  return accepted(answer).caseId;
}

/** Takes a step as somebody who has just opened the page. */
export async function take(
  cases: TestCases,
  step: { by: string; caseId: string; event: string; form?: JsonObject; commandId?: string },
): Promise<Result<StepAnswer>> {
  const { by, caseId, event, form = {}, commandId = uuidv7(cases.clock.time) } = step;
  const view = await cases.part.caseView(cases.as(by), caseId);
  const expectedSeq = view.ok ? view.value.seq : 0;
  return cases.part.send(cases.as(by), { caseId, event, form, commandId, expectedSeq });
}

/** Takes a loan of one tool from the counter to its damaged return. */
export async function bringBackDamaged(cases: TestCases, caseId: string): Promise<void> {
  const steps: { event: string; form: JsonObject }[] = [
    { event: "approve", form: {} },
    { event: "sign", form: { signedOn: "2026-11-23" } },
    { event: "count", form: {} },
    { event: "bringBack", form: { items: [{ id: "1-1", condition: "damaged" }] } },
  ];
  for (const step of steps) accepted(await take(cases, { by: "gaoyuan", caseId, ...step }));
}

/** The value, or a failed test that says what was refused. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) expect.fail(`${result.refusal.code}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal's code; "accepted" where there is none. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? "accepted" : result.refusal.code;
}
