import { expect, test } from "vitest";
import { schemaAt } from "../../app/engine/form/write-form";
import { eventsOf, proveWorkflow } from "../support/prove-workflow";

const workflow = await proveWorkflow("transfer");

test("an auxiliary transfers nothing", () => {
  for (const [event, meta] of eventsOf(workflow))
    expect([event, meta.roles]).toEqual([event, meta.roles.filter((role) => role !== "auxiliary")]);
});

test("an outcome needs a receipt first", () => {
  expect(workflow.source.mustPass).toEqual([
    { before: "fedBack", pass: "received", legal: "station-branch" },
  ]);
});

test("nothing is kept of a suspect, and no case is handled here", () => {
  const { document } = workflow;
  expect(JSON.stringify(document.data)).not.toMatch(/suspect|嫌疑|idNumber|residentId/);
  expect(schemaAt(document.data, "outcome.result")?.["enum"]).toEqual([
    ...["handled", "notHandled", "passed"],
  ]);
});
