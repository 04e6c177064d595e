import { dayOf } from "../engine/time/zone";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "./demo/demo-people";
import type {
  AccountsApi,
  AdoptionsApi,
  ChangesApi,
  DutyApi,
  ExchangesApi,
  ImportsApi,
  RosterProposalApi,
  Runtime,
  SweepsApi,
  VillageFactsApi,
  VillagesApi,
  WatchesApi,
} from "./api";
import type { Platform } from "./open-platform";

/** What the runtime can do about people; the rest is about matters. */
type PeoplePart = Pick<
  Runtime,
  | "demo"
  | "ready"
  | "close"
  | "practice"
  | "today"
  | "signIn"
  | "findSession"
  | "signOut"
  | "setPreferences"
  | "who"
>;

/** What the services bring. */
type ServicePart = Omit<Runtime, keyof PeoplePart>;

/** What those of `app/runtime/cases` bring. */
export type CasePart = Omit<
  ServicePart,
  | keyof ImportsApi
  | keyof AccountsApi
  | keyof ChangesApi
  | keyof DutyApi
  | keyof ExchangesApi
  | keyof WatchesApi
  | keyof RosterProposalApi
  | keyof SweepsApi
  | keyof VillagesApi
  | keyof AdoptionsApi
  | keyof VillageFactsApi
>;

interface RuntimeParts {
  platform: Platform;
  services: ServicePart;
  /** Ends the workers; the database is closed afterwards. */
  stopWork: () => Promise<void>;
}

/** Puts the product together: what routes and commands may ask of it. */
export function createRuntime({ platform, services, stopWork }: RuntimeParts): Runtime {
  const { people, database, settings } = platform;
  const runtime: Runtime = {
    ...services,
    demo: settings.mode === "demo" ? demoOf(platform) : null,

    async ready() {
      try {
        await database.run("select 1");
        return true;
      } catch {
        return false;
      }
    },

    // Practising within practice is practice.
    practice: () => Promise.resolve(runtime),

    today: () => dayOf(platform.clock.now()),

    async close() {
      await stopWork();
      await platform.close();
    },

    signIn: (input) => people.signIn(input),
    findSession: (token) => people.findSession(token),
    signOut: (token) => people.signOut(token),
    setPreferences: (session, change) => people.setPreferences(session, change),
    who: (session) => people.who(session),
  };
  return runtime;
}

/** Who can sign in, and the password of them all. */
function demoOf({ people, roles }: Platform): Runtime["demo"] {
  const directory = people.directory();
  const accounts = DEMO_PEOPLE.flatMap(({ login, name, posts: [post] }) => {
    const user = directory.findLogin(login);
    if (!post || !user?.demo || user.disabledAt !== null) return [];
    const role = roles[post.role]?.title ?? { zh: post.role };
    return [{ login, name, role, unitName: directory.findUnit(post.unit)?.name ?? "" }];
  });
  return { accounts, password: DEMO_PASSWORD };
}
