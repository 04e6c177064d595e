import { expect, test } from "vitest";
import type { RuleSource, WorkflowSource } from "../../../app/engine/workflow-source";
import { auxiliary, makeWorkflow, Story } from "../../support/make-workflow";

const choosesA: RuleSource = {
  title: { zh: "选了甲" },
  when: { "==": [{ var: "user.id" }, "nobody"] },
};
const gate: RuleSource = {
  title: { zh: "材料齐" },
  when: { "==": [{ var: "user.name" }, "nobody"] },
  refusal: { zh: "材料还不齐" },
};

const source: Pick<WorkflowSource, "machine" | "rules"> = {
  rules: { choosesA, gate },
  machine: {
    initial: "open",
    states: {
      open: {
        meta: {
          title: { zh: "办理" },
          events: {
            go: {
              label: { zh: "办" },
              roles: ["auxiliary"],
              act: "record",
              about: "matter",
              noForm: { zh: "不用填" },
            },
          },
        },
        on: {
          go: [
            { meta: { key: "a" }, guard: "choosesA", target: "done" },
            { meta: { key: "else" }, guard: "gate", target: "done" },
          ],
        },
      },
      done: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
    },
  },
};

test("where several candidates say no, the rule with a refusal of its own speaks", () => {
  const story = new Story(makeWorkflow(source));
  story.send(auxiliary, { type: "start" });
  const result = story.send(auxiliary, { type: "event", event: "go" });
  expect(result).toMatchObject({
    ok: false,
    refusal: { code: "case/rule-refused", message: { zh: "材料还不齐" } },
  });
});
