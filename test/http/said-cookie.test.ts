import { describe, expect, test } from "vitest";
import { keepSaid, takeSaid } from "../../app/http/said-cookie.server";

const withCookie = (pair: string) =>
  new Request("http://localhost/", { headers: { Cookie: pair } });

describe("what a step did, told on the next page", () => {
  test("is told once, in both languages", () => {
    const said = { zh: "已登记，编号石桥 2026-0061。", en: "Registered; no. 石桥 2026-0061" };
    const pair = keepSaid(said, false).split(";")[0] ?? "";
    const taken = takeSaid(withCookie(pair), false);
    expect(taken.said).toEqual(said);
    expect(taken.setCookie).toContain("Max-Age=0");
  });

  test("is nothing where nothing was kept, or where the cookie is not ours", () => {
    expect(takeSaid(withCookie("other=1"), false)).toEqual({ said: null });
    expect(takeSaid(withCookie("qy-said=%7B"), false).said).toBeNull();
    expect(takeSaid(withCookie("qy-said=%22x%22"), false).said).toBeNull();
  });

  test("fits into a cookie however long it is", () => {
    expect(keepSaid({ zh: "很".repeat(5_000) }, false).length).toBeLessThan(4_000);
  });
});
