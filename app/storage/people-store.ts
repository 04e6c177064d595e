import type {
  AdoptionRecord,
  AssignmentRecord,
  PeopleSnapshot,
  PeopleStore,
  UserRecord,
} from "../engine/people-ports";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { loadSubstitutions, substitutionRow } from "./substitutions";
import { inTransaction, upsert, type Row } from "./query";
import { loadModelRows, saveModelRows } from "./model-adoptions";
import { loadUnits, saveUnits } from "./units";

/** Units, people, assignments and adoptions, behind the engine's port. */
export function createPeopleStore(db: Database): PeopleStore {
  return {
    load: () => load(db),
    save: (change) =>
      inTransaction(db.knex, async (run) => {
        await saveUnits(run, change.units ?? []);
        const users = (change.users ?? []).map(userRow(db));
        await upsert(run, { table: "users", key: ["id"], rows: users });
        const assignments = (change.assignments ?? []).map(assignmentRow);
        await upsert(run, { table: "assignments", key: ["id"], rows: assignments });
        const adoptions = (change.adoptions ?? []).map(adoptionRow);
        const adoptionKey = ["unit_id", "package", "from_day"];
        await upsert(run, { table: "adoptions", key: adoptionKey, rows: adoptions });
        await saveModelRows(run, change);
        const substitutions = (change.substitutions ?? []).map(substitutionRow(db));
        await upsert(run, { table: "substitutions", key: ["id"], rows: substitutions });
      }),
  };
}

async function load(db: Database): Promise<PeopleSnapshot> {
  const users = await db.run<StoredUser>(
    `select id, login, name, password_hash as "passwordHash", demo, disabled_at as "disabledAt",
            language, large_type as "largeType", created_at as "createdAt" from users order by id`,
  );
  return {
    units: await loadUnits(db.run),
    users: users.map(toUser(db)),
    assignments: await db.run<AssignmentRecord>(
      `select id, user_id as "user", role, unit_id as unit, from_at as "from", to_at as "to"
       from assignments order by from_at, id`,
    ),
    adoptions: await db.run<AdoptionRecord>(
      `select unit_id as unit, package, variant, from_day as "from", to_day as "to"
       from adoptions order by unit_id, package, from_day`,
    ),
    ...(await loadModelRows(db.run)),
    substitutions: await loadSubstitutions(db),
  };
}

type StoredUser = Omit<UserRecord, "name" | "demo" | "largeType"> & {
  name: Buffer;
  demo: number;
  largeType: number;
};

function toUser(db: Database): (row: StoredUser) => UserRecord {
  return ({ name, demo, largeType, ...rest }) => ({
    ...rest,
    name: unsealJson(db.ownKey, `users.name/${rest.id}`, name) as string,
    demo: demo === 1,
    largeType: largeType === 1,
  });
}

function userRow(db: Database): (user: UserRecord) => Row {
  return (user) => ({
    id: user.id,
    login: user.login,
    name: sealJson(db.ownKey, `users.name/${user.id}`, user.name),
    password_hash: user.passwordHash,
    demo: Number(user.demo),
    disabled_at: user.disabledAt,
    language: user.language,
    large_type: Number(user.largeType),
    created_at: user.createdAt,
  });
}

function assignmentRow({ id, user, role, unit, from, to }: AssignmentRecord): Row {
  return { id, user_id: user, role, unit_id: unit, from_at: from, to_at: to };
}

function adoptionRow(adoption: AdoptionRecord): Row {
  const { unit, variant, from, to } = adoption;
  return { unit_id: unit, package: adoption.package, variant, from_day: from, to_day: to };
}
