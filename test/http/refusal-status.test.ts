import { expect, test } from "vitest";
import { ERRORS, refuse, type ErrorCode } from "../../app/engine/errors";
import { refusalResponse } from "../../app/http/refusal-response";
import { refusalStatus } from "../../app/http/refusal-status";

test.each([
  ["case/occurred-in-future", 422],
  ["case/malformed-command", 400],
  ["case/not-your-step", 403],
  ["auth/unknown", 404],
  ["case/stale", 409],
  ["http/too-large", 413],
  ["auth/locked", 429],
  ["case/engine", 500],
] as const)("%s is answered with %i", (code, status) => {
  const refusal = code === "auth/unknown" ? { code, kind: "not-found" as const } : refuse(code);
  expect(refusalStatus(refusal)).toBe(status);
});

test("every code of the catalogue has a status that says no", () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    expect(refusalStatus(refuse(code))).toBeGreaterThanOrEqual(400);
  }
});

test("somebody who asked too often is told when to come back", () => {
  const { headers } = refusalResponse(refuse("auth/too-fast", { seconds: 8 }));
  expect(headers.get("Retry-After")).toBe("8");
});

test("what stood in the way leaves the server, its parameters and reasons do not", async () => {
  const refusal = refuse("case/rule-refused", { sentence: "…" }, { because: [] });
  expect(Object.keys(await refusalResponse(refusal).json())).toEqual(["code", "kind", "message"]);
});
