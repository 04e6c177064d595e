import type { Case, HistoryEntry, Opening } from "../../app/engine/case";
import type { Command } from "../../app/engine/command";
import { definePlugin, type Plugin } from "../../app/engine/plugin/api";
import { createRegistry } from "../../app/engine/plugin/registry";
import { NOBODY, type People } from "../../app/engine/people";
import type { Person } from "../../app/engine/person";
import { step, type StepResult } from "../../app/engine/step";
import { sequencesFor } from "../../app/engine/steps/numbers";
import { instantOf } from "../../app/engine/time/zone";
import type { Calendar, Instant } from "../../app/engine/time/types";
import type { Roles } from "../../app/engine/check/roles";
import { compileWorkflow, type Workflow } from "../../app/engine/workflow";
import type { DefinitionDocument, WorkflowSource } from "../../app/engine/workflow-source";

export const roles: Roles = {
  auxiliary: { title: { zh: "驻村辅警", en: "Auxiliary" }, decides: false },
  officer: { title: { zh: "民警", en: "Officer" }, decides: true },
};

/** The State Council's arrangement around the 2026 National Day: enough for the tests that count. */
export const calendar: Calendar = {
  name: "test",
  years: {
    2026: {
      year: 2026,
      holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
      workdays: ["2026-09-20", "2026-10-10"],
      source: "test",
    },
  },
};

export const place = { code: "991021200201", name: "石桥村" };
export const owner = { id: "station", name: "青石派出所" };

export function makePerson(id: string, ...held: string[]): Person {
  const unit = {
    id: "station",
    name: "青石派出所",
    kind: "station",
    covers: ["991021200"],
    within: ["station"],
  };
  return {
    id,
    name: id,
    assignments: held.map((role) => ({ id: `${id}-${role}`, role, unit, from: 0, to: null })),
  };
}

export const auxiliary = makePerson("yang", "auxiliary");
export const officer = makePerson("gao", "officer");

const notifying: Plugin = definePlugin({
  name: "core",
  version: "1.0.0",
  platform: "1",
  actions: [
    {
      name: "notify",
      title: { zh: "告知" },
      params: {
        type: "object",
        additionalProperties: false,
        properties: { to: {}, text: {} },
      },
      run: async () => {},
    },
  ],
});

const registry = createRegistry([notifying]);

/** A workflow from the parts that a test cares about. */
export function makeWorkflow(
  source: Partial<WorkflowSource> & Pick<WorkflowSource, "machine">,
  rest: Partial<Omit<DefinitionDocument, "workflow">> = {},
  withRoles: Roles = roles,
): Workflow {
  const document: DefinitionDocument = {
    workflow: {
      id: "sample",
      version: "1.0.0",
      title: { zh: "样例" },
      plugins: { core: "1" },
      caseTitle: { zh: "{{case.placeName}}样例" },
      start: {
        label: { zh: "登记" },
        roles: ["auxiliary", "officer"],
        act: "record",
        about: "matter",
      },
      ...source,
    },
    data: { type: "object", properties: {}, additionalProperties: false },
    forms: {},
    papers: {},
    ...rest,
  };
  return compileWorkflow(document, { hash: "hash", registry, roles: withRoles });
}

/** A matter that is taken along step by step, with a clock that the test moves. */
export class Story {
  matter: Case | null = null;
  history: HistoryEntry[] = [];
  numbers: Record<string, number> = {};
  calendar = calendar;
  /** Who could act on the matter, at a moment. */
  people: (now: Instant) => People = () => NOBODY;
  now: Instant;
  private sent = 0;

  constructor(
    readonly workflow: Workflow,
    clock = "2026-09-28T10:00",
  ) {
    this.now = instantOf(clock);
  }

  /** Sends a command with everything it needs unless the test says otherwise. */
  send(user: Person, command: Partial<Command> & Pick<Command, "type">): StepResult {
    this.sent += 1;
    const opening: Opening = {
      caseId: "991021-1",
      workflow: this.workflow.id,
      hash: "hash",
      place,
      owner,
    };
    const whole = {
      id: `c${this.sent}`,
      expectedSeq: this.matter?.seq ?? 0,
      occurredAt: this.now,
      ...(command.type === "start" || command.type === "event" ? { form: {} } : {}),
      ...(command.type === "move" ? { reason: "更正" } : {}),
      ...command,
    } as Command;
    const event = whole.type === "start" ? "start" : whole.type === "event" ? whole.event : "";
    const keys = sequencesFor(this.workflow, event, { place, owner }, this.now);
    const result = step({
      workflow: this.workflow,
      matter: whole.type === "start" ? null : this.matter,
      opening,
      command: whole,
      user,
      now: this.now,
      calendar: this.calendar,
      numbers: Object.fromEntries(keys.map((key) => [key, this.numbers[key] ?? 0])),
      people: this.people(this.now),
      childIds: [
        `991021-child-${this.sent}`,
        ...["b", "c", "d"].map((n) => `991021-child-${this.sent}${n}`),
      ],
    });
    if (result.ok) {
      this.matter = result.next;
      this.history.push(result.entry);
      for (const used of result.entry.outcome.numbers) this.numbers[used.key] = used.value;
    }
    return result;
  }

  get case(): Case {
    if (this.matter === null) throw new Error("the story has not begun");
    return this.matter;
  }
}
