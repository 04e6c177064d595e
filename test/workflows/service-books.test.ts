import { expect, test } from "vitest";
import { proveWorkflow } from "../support/prove-workflow";

const help = await proveWorkflow("service-books");
const papers = await proveWorkflow("service-books.papers");

test("a line is begun by one short form, and ends by itself", () => {
  for (const workflow of [help, papers]) {
    expect(workflow.source.start.form).toBe("line");
    const after = workflow.machine.states.get("written")?.source.after;
    expect(after).toEqual({ closing: "inBook" });
  }
});

test("what was wrong is corrected on a new line, never written over", () => {
  for (const { source } of [help, papers])
    for (const { on, corrections } of Object.values(source.registers ?? {})) {
      expect(corrections).toEqual(["correctLine"]);
      expect(on).not.toContain("correctLine");
    }
});

test("the columns fill an A4 sheet on its side, beside the running number", () => {
  for (const { source } of [help, papers])
    for (const { columns } of Object.values(source.registers ?? {})) {
      const widths = Object.values(columns).map(({ width = 0 }) => width);
      expect(widths.reduce((sum, width) => sum + width, 15)).toBe(253);
    }
});
