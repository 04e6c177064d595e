import { expect, test } from "vitest";
import { serveForTest } from "../support/serve-for-test";

const nothing = () => Promise.resolve(new Response("page"));
const TOKEN = "0123456789abcdef-monitor";

test("metrics are for this machine, in the text format", async () => {
  const site = await serveForTest(nothing);
  const reply = await site.ask({ path: "/metrics" });
  expect([reply.status, reply.body]).toEqual([200, "# nothing\n"]);
  expect(reply.headers["content-type"]).toContain("version=0.0.4");
});

test("what was passed on by a proxy is not from this machine, whether or not the proxy is known", async () => {
  const from = { "x-forwarded-for": "203.0.113.7" };
  for (const proxies of [0, 1]) {
    const site = await serveForTest(nothing, { proxies });
    const reply = await site.ask({ path: "/metrics", headers: from });
    expect([reply.status, reply.refusal["code"]]).toEqual([403, "http/metrics-closed"]);
  }
});

test("where a token is set, it is asked of everybody", async () => {
  const site = await serveForTest(nothing, { metricsToken: TOKEN });
  const ask = async (authorization?: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    return (await site.ask({ path: "/metrics", headers })).status;
  };
  expect(await ask()).toBe(403);
  expect(await ask(`Bearer ${TOKEN}x`)).toBe(403);
  expect(await ask(`Bearer ${TOKEN.replace("0", "1")}`)).toBe(403);
  expect(await ask(`Bearer ${TOKEN}`)).toBe(200);
});
