import { expect, test } from "vitest";
import type { EventMeta } from "../../../app/engine/workflow-source";
import { makeWorkflow, Story } from "../../support/make-workflow";
import { expectTrue } from "../../support/operate";
import { asker, one, signingRoles } from "../../support/decision-workflow";

const event = (roles: string[]): EventMeta => ({
  ...{ label: { zh: "办" }, roles, act: "record", about: "matter", noForm: { zh: "—" } },
});

test("节点字段权限: what a step only shows or hides stays as it is, whatever is sent; what it needs is needed", () => {
  const properties = {
    sum: { type: "number" },
    note: { type: "string" },
    file: { type: "string" },
  };
  const schema = { type: "object", properties, additionalProperties: false, required: ["sum"] };
  const asked = (roles: string[], fields?: EventMeta["fields"]): EventMeta => {
    const { noForm: _, ...rest } = event(roles);
    return { ...rest, form: "sheet", ...(fields === undefined ? {} : { fields }) };
  };
  const rules = { sum: "read", file: "hide", note: "required" } as const;
  const workflow = makeWorkflow(
    {
      start: asked(["auxiliary"]),
      machine: {
        initial: "look",
        states: {
          look: {
            on: { check: "closed" },
            meta: { title: { zh: "审核" }, events: { check: asked(["officer"], rules) } },
          },
          closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
        },
      },
    },
    {
      forms: { sheet: { title: { zh: "单" }, into: "sheet", schema } },
      data: { type: "object", properties: { sheet: schema } },
    },
    signingRoles,
  );
  const story = new Story(workflow);
  story.send(asker, { type: "start", form: { sum: 5, file: "a" } });
  const missing = story.send(one, { type: "event", event: "check", form: { sum: 9 } });
  expect(missing.ok ? [] : missing.refusal.fields?.map(({ pointer }) => pointer)).toEqual([
    "/note",
  ]);
  const form = { sum: 9, file: "b", note: "已核" };
  expect(story.send(one, { type: "event", event: "check", form }).ok).toBe(true);
  expect(story.case.data).toEqual({ sheet: { sum: 5, file: "a", note: "已核" } });
  expectTrue(story);
});
