import { describe, expect, it } from "vitest";
import { offersFor } from "../../../app/engine/offer";
import { definePlugin, type PluginFact } from "../../../app/engine/plugin/api";
import { createRegistry } from "../../../app/engine/plugin/registry";
import { isVisiblePath } from "../../../app/engine/projection/visibility";
import { compileWorkflow, type Workflow } from "../../../app/engine/workflow";
import { auxiliary, makeWorkflow, officer, roles, Story } from "../../support/make-workflow";

/** A workflow whose one event asks for a number, guarded by a fact of a plugin. */
function workflowWith(fact: Partial<PluginFact>): Workflow {
  const counting = definePlugin({
    name: "tally",
    version: "1.0.0",
    platform: "1",
    facts: [
      {
        name: "enough",
        title: { zh: "够了" },
        type: "boolean",
        compute: ({ data }) => Number((data as { count?: number }).count ?? 0) > 2,
        ...fact,
      },
    ],
  });
  const { document } = makeWorkflow(
    {
      plugins: { tally: "1" },
      rules: { enough: { title: { zh: "够了" }, when: { var: "facts.tally.enough" } } },
      machine: {
        initial: "asked",
        states: {
          asked: {
            meta: {
              title: { zh: "登记" },
              events: {
                tell: {
                  label: { zh: "报数" },
                  roles: ["officer"],
                  form: "tell",
                  act: "record",
                  about: "matter",
                },
              },
            },
            on: { tell: { guard: "enough", target: "done" } },
          },
          done: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
        },
      },
    },
    {
      data: {
        type: "object",
        properties: {
          count: { type: "integer", privacy: "none" },
          secret: {
            type: "string",
            privacy: { purpose: { zh: "x" }, legal: "x", retention: "x", visibility: ["officer"] },
          },
        },
      },
      forms: {
        tell: {
          title: { zh: "报数" },
          into: "",
          schema: { type: "object", properties: { count: { type: "integer" } } },
        },
      },
    },
  );
  return compileWorkflow(document, { hash: "hash", registry: createRegistry([counting]), roles });
}

function refusedInAdvance(workflow: Workflow): string | undefined {
  const story = new Story(workflow);
  story.send(auxiliary, { type: "start" });
  const [offer] = offersFor({ workflow, matter: story.case, person: officer, now: story.now });
  return offer?.refusal?.code;
}

describe("what a plugin's fact says that it reads", () => {
  it("decides whether a rule is asked before the form is filled in", () => {
    expect(refusedInAdvance(workflowWith({ reads: ["data.count"] }))).toBeUndefined();
    expect(refusedInAdvance(workflowWith({ reads: ["data.secret"] }))).toBe("case/rule-refused");
  });

  it("is all of the data where it says nothing", () => {
    expect(refusedInAdvance(workflowWith({}))).toBeUndefined();
  });

  it("decides who may see the value", () => {
    const seen = (fact: Partial<PluginFact>, role: string) =>
      isVisiblePath(workflowWith(fact), "facts.tally.enough", new Set([role]));
    expect(seen({ reads: ["data.count"] }, "auxiliary")).toBe(true);
    expect(seen({ reads: ["data.secret"] }, "auxiliary")).toBe(false);
    expect(seen({}, "auxiliary")).toBe(false);
    expect(seen({}, "officer")).toBe(true);
  });
});
