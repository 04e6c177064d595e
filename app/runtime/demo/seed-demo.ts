import type { AssignmentRecord, PeopleSnapshot, UserRecord } from "../../engine/people-ports";
import type { Instant } from "../../engine/time/types";
import { startOfDay } from "../../engine/time/zone";
import type { Directory } from "../people/directory";
import { hashPassword, type PasswordCost } from "../people/password";
import type { People } from "../people/people";
import { DEMO_ADOPTIONS, DEMO_PASSWORD, DEMO_PEOPLE, DEMO_SINCE } from "./demo-people";
import type { DemoPerson } from "./people/demo-person";
import { demoModels } from "./demo-models";
import { demoUnits } from "./demo-units";

interface Seeding {
  people: People;
  now: Instant;
}

/** The terminal prints the password: a dear hash would protect nothing and slow the first start. */
const cost: PasswordCost = { logN: 10, blockSize: 8, parallel: 1 };

/**
 * Adds the demo's units, people, posts and adoptions that are not there yet; what somebody has
 * changed meanwhile stays as it is. Gives whether anything was added.
 */
export async function seedDemo(seeding: Seeding): Promise<boolean> {
  const { people } = seeding;
  const directory = people.directory();
  const newcomers = DEMO_PEOPLE.filter(({ login }) => !directory.findLogin(login));
  const change: PeopleSnapshot = {
    units: demoUnits().filter(({ id }) => !directory.findUnit(id)),
    users: await Promise.all(newcomers.map((person) => toUser(person, seeding))),
    assignments: newcomers.flatMap(toAssignments),
    adoptions: missingAdoptions(directory),
    ...missingModels(directory),
    substitutions: [],
  };
  const anything = Object.values(change).some((rows: unknown[]) => rows.length > 0);
  if (anything) await people.save(change);
  return anything;
}

async function toUser(person: DemoPerson, { now }: Seeding): Promise<UserRecord> {
  return {
    id: userId(person),
    login: person.login,
    name: person.name,
    passwordHash: await hashPassword(DEMO_PASSWORD, cost),
    demo: true,
    disabledAt: null,
    language: "zh",
    largeType: false,
    createdAt: now,
  };
}

function userId({ login }: DemoPerson): string {
  return `demo.${login}`;
}

function toAssignments(person: DemoPerson): AssignmentRecord[] {
  const from = startOfDay(DEMO_SINCE);
  return person.posts.map(({ role, unit }) => ({
    id: `${userId(person)}.${role}`,
    user: userId(person),
    role,
    unit,
    from,
    to: null,
  }));
}

function missingAdoptions(directory: Directory) {
  return DEMO_ADOPTIONS.filter(
    ({ unit, package: name }) =>
      !directory.adoptions.some((held) => held.unit === unit && held.package === name),
  );
}

/** All at once, on the first start only: a county that has changed anything since is left alone. */
function missingModels(directory: Directory): ReturnType<typeof demoModels> {
  const isThere =
    directory.modelAdoptions.length > 0 || directory.findFacts("991021") !== undefined;
  return isThere ? { modelAdoptions: [], villageKinds: [], unitFacts: [] } : demoModels();
}
