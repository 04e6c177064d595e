import { describe, expect, it } from "vitest";
import { pathsRead, variableReads } from "../../../app/engine/rules/variable-reads";

describe("what a rule reads", () => {
  it("is told apart by whether a default stands for it and whether only its presence is asked", () => {
    expect(
      variableReads({
        and: [
          { "!": { missing: ["data.a"] } },
          { "<": [{ var: ["data.b", 0] }, { var: "data.a" }] },
        ],
      }),
    ).toEqual([
      { path: "data.a", at: "/and/0/!/missing", presenceOnly: true, hasDefault: false },
      { path: "data.b", at: "/and/1/</0/var", presenceOnly: false, hasDefault: true },
      { path: "data.a", at: "/and/1/</1/var", presenceOnly: false, hasDefault: false },
    ]);
  });

  it("is known without the plugins whose operators it uses", () => {
    expect(
      pathsRead({ "resident-id.age": [{ var: "data.parties.0.id" }, { var: "case.today" }] }),
    ).toEqual(["data.parties[*].id", "case.today"]);
  });
});
