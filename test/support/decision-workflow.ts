import type { Roles } from "../../app/engine/check/roles";
import type { DecisionSource } from "../../app/engine/decision/decision-source";
import { toColleague, type People } from "../../app/engine/people";
import type { Person } from "../../app/engine/person";
import type { Workflow } from "../../app/engine/workflow";
import type {
  DefinitionDocument,
  EventMeta,
  WorkflowSource,
} from "../../app/engine/workflow-source";
import { makePerson, makeWorkflow, owner, place, Story } from "./make-workflow";

/** Roles of the people who sign in these tests. */
export const signingRoles: Roles = {
  auxiliary: { title: { zh: "驻村辅警", en: "Auxiliary" }, decides: false },
  officer: { title: { zh: "民警", en: "Officer" }, decides: true },
  chief: { title: { zh: "所长", en: "Chief" }, decides: true },
  legal: { title: { zh: "法制员", en: "Legal officer" }, decides: true },
};

export const asker = makePerson("yang", "auxiliary");
export const one = makePerson("gao", "officer");
export const two = makePerson("lin", "officer");
export const three = makePerson("wei", "officer");
export const chief = makePerson("lu", "chief");
export const lawyer = makePerson("he", "legal");
export const everybody = [asker, one, two, three, chief, lawyer];

const plain: DecisionSource = {
  asked: [{ role: "officer" }, { role: "chief" }, { role: "legal" }],
  way: "parallel",
  pass: "all",
  rejection: "ends",
  fallback: "chief",
  about: "matter",
};

const step: EventMeta = {
  label: { zh: "提交" },
  roles: ["auxiliary", "officer"],
  act: "record",
  about: "matter",
};

/** A matter that is drafted, signed by several people, and agreed or refused. */
export function makeDecision(
  decision: Partial<DecisionSource> = {},
  rest: { source?: Partial<WorkflowSource>; data?: DefinitionDocument["data"]; due?: string } = {},
): Workflow {
  const whole = { ...plain, ...decision };
  return makeWorkflow(
    {
      machine: {
        initial: "draft",
        states: {
          draft: {
            on: { submit: "sign" },
            meta: { title: { zh: "起草" }, events: { submit: { ...step, noForm: { zh: "—" } } } },
          },
          sign: {
            on: { "decided.sign.pass": "agreed", "decided.sign.fail": "refused" },
            meta: {
              title: { zh: "会签", en: "Signing" },
              decision: whole,
              ...(rest.due === undefined ? {} : { due: rest.due }),
            },
          },
          agreed: { type: "final", meta: { title: { zh: "同意" }, end: "completed" } },
          refused: { type: "final", meta: { title: { zh: "不同意" }, end: "completed" } },
        },
      },
      moves: {
        return: { roles: ["chief", "officer"] },
        void: { roles: ["chief"] },
        reopen: { roles: ["chief"] },
      },
      ...rest.source,
    },
    rest.data === undefined ? {} : { data: rest.data },
    signingRoles,
  );
}

/** The directory of a test: these people, at the station. */
export function peopleOf(people: readonly Person[], now: number): People {
  const where = { place: place.code, owner: owner.id };
  const find = (id: string) => {
    const person = people.find((known) => known.id === id);
    return person && toColleague(person, where, now);
  };
  return {
    find,
    onDuty: () => [],
    holders: (role) =>
      people
        .flatMap(({ id }) => find(id) ?? [])
        .filter(({ posts }) => posts.some((post) => post.role === role)),
  };
}

/** A story that has come to the signatures. */
export function signing(workflow: Workflow, people: readonly Person[] = everybody): Story {
  const story = new Story(workflow);
  story.people = (now) => peopleOf(people, now);
  story.send(asker, { type: "start" });
  const submitted = story.send(asker, { type: "event", event: "submit" });
  if (!submitted.ok) throw new Error(submitted.refusal.message.zh);
  return story;
}

/** The task of a signature. */
export function taskOf(story: Story, slot: string): string {
  return story.case.tasks.find((task) => task.slot === slot)?.id ?? `gone ${slot}`;
}
