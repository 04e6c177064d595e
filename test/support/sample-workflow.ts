import type { StepResult } from "../../app/engine/step";
import type { WorkflowSource } from "../../app/engine/workflow-source";
import { auxiliary, makeWorkflow, Story } from "./make-workflow";

/** One small workflow with everything that a step can meet. */
export const source: Pick<
  WorkflowSource,
  "machine" | "rules" | "facts" | "deadlines" | "parameters" | "numbers" | "moves" | "registers"
> = {
  parameters: { answerDays: { title: { zh: "答复期限" }, schema: { type: "integer" }, value: 3 } },
  facts: {
    amountKnown: {
      title: { zh: "金额已知" },
      type: "boolean",
      value: { "!": { missing: ["data.amount"] } },
    },
  },
  rules: {
    isLarge: {
      title: { zh: "金额超过五千元" },
      when: { ">": [{ var: "data.amount" }, 500000] },
      refusal: { zh: "金额没有超过五千元" },
    },
    isAgreed: {
      title: { zh: "双方同意" },
      when: { "==": [{ var: "data.agreed" }, true] },
      refusal: { zh: "对方还没有同意，先征求意愿" },
    },
  },
  deadlines: {
    answer: {
      title: { zh: "答复" },
      from: "entry",
      count: { parameter: "answerDays" },
      unit: "workday",
      pausable: true,
    },
    visit: {
      title: { zh: "回访" },
      from: { date: "data.visitOn" },
      count: 0,
      unit: "day",
      remind: [-2],
    },
  },
  numbers: {
    case: {
      title: { zh: "编号" },
      format: "{place} {year}-{seq:4}",
      scope: ["place", "year"],
      on: ["start"],
      into: "case.number",
    },
  },
  moves: {
    return: { roles: ["officer"] },
    withdraw: { roles: ["auxiliary"] },
    void: { roles: ["officer"] },
    reopen: { roles: ["officer"] },
    pause: { roles: ["officer"], maxDays: 10 },
  },
  registers: {
    book: {
      title: { zh: "登记簿" },
      on: ["start", "close"],
      columns: { number: { title: { zh: "编号" }, value: "{{case.number}}", order: 1 } },
    },
  },
  machine: {
    initial: "asked",
    states: {
      asked: {
        meta: {
          title: { zh: "受理" },
          events: {
            triage: {
              label: { zh: "分流" },
              roles: ["officer"],
              form: "triage",
              act: "decide",
              about: "matter",
            },
          },
        },
        on: {
          triage: [
            { meta: { key: "large" }, guard: "isLarge", target: "referred" },
            { meta: { key: "else" }, target: "working" },
          ],
        },
        after: {
          answer: {
            target: "late",
            actions: [
              {
                type: "core.notify",
                params: { to: { roles: ["officer"] }, text: { zh: "{{case.number}}" } },
              },
            ],
          },
        },
      },
      late: {
        meta: {
          title: { zh: "逾期" },
          events: {
            take: {
              label: { zh: "接办" },
              roles: ["officer"],
              act: "record",
              about: "matter",
              noForm: { zh: "只是接办" },
            },
          },
        },
        on: { take: "working" },
      },
      working: {
        meta: {
          title: { zh: "办理" },
          due: "visit",
          events: {
            note: {
              label: { zh: "记一笔" },
              roles: ["auxiliary", "officer"],
              form: "note",
              act: "record",
              about: "matter",
            },
            close: {
              label: { zh: "办结" },
              roles: ["officer"],
              act: "decide",
              about: "matter",
              noForm: { zh: "不用填" },
            },
          },
        },
        on: { note: {}, close: [{ meta: { key: "agreed" }, guard: "isAgreed", target: "closed" }] },
      },
      closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
      referred: { type: "final", meta: { title: { zh: "转介" }, end: "completed" } },
    },
  },
};

export const rest = {
  data: {
    type: "object",
    additionalProperties: false,
    properties: {
      amount: { type: "integer", label: { zh: "涉及金额" }, privacy: "none" },
      agreed: { type: "boolean", label: { zh: "对方同意" }, privacy: "none" },
      visitOn: { type: "string", format: "date", label: { zh: "回访日期" }, privacy: "none" },
      notes: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          properties: {
            id: { type: "string", readOnly: true, privacy: "none" },
            text: { type: "string", privacy: "none" },
          },
        },
      },
    },
  },
  forms: {
    triage: {
      title: { zh: "分流" },
      into: "",
      schema: {
        type: "object",
        additionalProperties: false,
        properties: {
          amount: { type: "integer", minimum: 0 },
          agreed: { type: "boolean" },
          visitOn: { type: "string", format: "date" },
        },
      },
    },
    note: {
      title: { zh: "记一笔" },
      into: "notes[]",
      schema: {
        type: "object",
        additionalProperties: false,
        required: ["text"],
        properties: {
          text: {
            type: "string",
            minLength: 1,
            maxLength: 20,
            messages: { required: { zh: "写一句话" } },
          },
        },
      },
    },
  },
};

/** A matter of the sample workflow, just opened by the auxiliary. */
export function begun(): Story {
  const story = new Story(makeWorkflow(source, rest));
  story.send(auxiliary, { type: "start" });
  return story;
}

/** What a step answered: a refusal's code, or "accepted". */
export function codeOf(result: StepResult): string {
  return result.ok ? "accepted" : result.refusal.code;
}
