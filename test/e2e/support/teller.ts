import type { JsonObject } from "../../../app/engine/json";
import type { Result, Session, StepAnswer } from "../../../app/runtime/api";
import { withItemIds } from "../../../app/runtime/demo/demo-matter";
import { createCaseStore } from "../../../app/storage/case-store";
import type { Product } from "./serve-product";

/** Tells the parts of a story that are not looked at: the same steps, past the browser. */
export interface Teller {
  /** Opens a matter; gives its id. */
  start(login: string, what: { package: string; place: string; form: JsonObject }): Promise<string>;
  /** Sets the clock (`YYYY-MM-DDTHH:mm`, Shanghai); what falls due by it runs. */
  clock(local: string): Promise<void>;
  /**
   * Takes a step, once what runs by itself has come so far. The id `#0` in a list stands for that of its first item.
   * Throws where it is refused for another reason.
   */
  take(login: string, caseId: string, event: string, form?: JsonObject): Promise<void>;
  /** A matter that another one has opened by now; waits for it. */
  child(parent: string, link: string, index?: number): Promise<string>;
  /** Waits until a matter is in this state (a leaf's name). */
  reaches(caseId: string, state: string): Promise<void>;
}

export function createTeller(product: Product): Teller {
  const { runtime, platform } = product;
  const store = createCaseStore(platform.database);
  let told = 0;

  function as(login: string): Session {
    const directory = platform.people.directory();
    const person = directory.findPerson(directory.findLogin(login)?.id ?? "");
    if (!person) throw new Error(`nobody is called ${login}`);
    const preferences = { language: "zh" as const, largeType: false };
    return { token: "", csrf: "", login, person, preferences };
  }

  async function read(caseId: string) {
    const { cases } = await store.read({ cases: [caseId], commands: [], sequences: [] });
    const matter = cases.get(caseId);
    if (!matter) throw new Error(`there is no matter ${caseId}`);
    return matter;
  }

  function taken(what: string, answer: Result<StepAnswer>): StepAnswer {
    if (answer.ok) return answer.value;
    throw new Error(`${what}: ${JSON.stringify(answer.refusal)}`);
  }

  async function until<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
    for (let tries = 0; tries < 100; tries++) {
      const found = await find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`never: ${what}`);
  }

  async function due(): Promise<number> {
    const sql = "select count(*) as n from timers where due_at <= ?";
    const [row] = await platform.database.run<{ n: number }>(sql, [platform.clock.now()]);
    return Number(row?.n ?? 0);
  }

  /** Any step that is stored wakes the workers: a line in another county's book is in nobody's way. */
  async function wake(): Promise<void> {
    await start("malin", {
      ...{ package: "dispute-mediation", place: "991021100203" },
      form: {
        ...{ reporter: "马林", where: "石板村", what: "问一件事。" },
        ...{ urgency: "normal", hurt: "no" },
      },
    });
  }

  async function start(login: string, what: Parameters<Teller["start"]>[1]): Promise<string> {
    const input = { ...what, commandId: `told:${told++}`, expectedSeq: 0 };
    return taken(`${what.package} start`, await runtime.start(as(login), input)).caseId;
  }

  return {
    start,
    async clock(local) {
      product.setClock(local);
      await wake();
      // Reminders that fall due would be steps between a page and its post. A blocked clock stays due: it is not waited for.
      for (let before = Infinity, now = await due(); now > 0 && now < before;) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        [before, now] = [now, await due()];
      }
    },
    take: (login, caseId, event, form = {}) =>
      until(`${event} of ${caseId}`, async () => {
        const { seq, data } = await read(caseId);
        const input = { caseId, event, commandId: `told:${told++}`, expectedSeq: seq };
        const answer = await runtime.send(as(login), { ...input, form: withItemIds(form, data) });
        // A clock or a linked matter was quicker, or has still to bring it there.
        const isEarly = !answer.ok && /case\/(stale|event-not-now)/.test(answer.refusal.code);
        return isEarly ? undefined : taken(event, answer);
      }).then(() => undefined),
    child: (parent, link, index = 0) =>
      until(`${link} ${index}`, async () => {
        const id = (await read(parent)).links[link]?.[index]?.id;
        const { cases } = await store.read({ cases: id ? [id] : [], commands: [], sequences: [] });
        return id !== undefined && cases.has(id) ? id : undefined;
      }),
    reaches: (caseId, state) =>
      until(`${caseId} ${state}`, async () => {
        const matter = await read(caseId);
        return JSON.stringify(matter.state).includes(`"${state}"`) || undefined;
      }).then(() => undefined),
  };
}
