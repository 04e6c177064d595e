import { expect, test } from "vitest";
import { eventsOf, proveWorkflow } from "../support/prove-workflow";

const workflow = await proveWorkflow("work-log");

test("every step of its author is guarded by who began it, and every step of an officer by not being it", () => {
  const mine = ["signLog", "editLog", "discardLog", "correctLog"];
  const guards = [...workflow.machine.states.values()].flatMap(({ source }) =>
    Object.entries(source.on ?? {}).map(([event, way]) => [
      event,
      typeof way === "object" && "guard" in way ? way.guard : undefined,
    ]),
  );
  for (const [event = "", guard] of guards)
    expect([event, guard]).toEqual([event, mine.includes(event) ? "isAuthor" : "notOwn"]);
});

test("nothing changes after signing but by a correction", () => {
  const after = ["signed", "asked", "confirmed"].flatMap((name) =>
    Object.keys(workflow.machine.states.get(name)?.meta?.events ?? {}),
  );
  expect(new Set(after)).toEqual(new Set(["confirmLog", "askMore", "correctLog"]));
  expect(workflow.source.registers?.["logBook"]?.corrections).toEqual(["correctLog"]);
});

test("it asks for nothing about villagers, and says so at each text", () => {
  const text = JSON.stringify(workflow.document.data);
  expect(text).not.toMatch(/residentId|idNumber|core\.phone/);
  expect(eventsOf(workflow).map(([, meta]) => meta.about)).not.toContain("person");
});
