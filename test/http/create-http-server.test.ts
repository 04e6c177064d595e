import { describe, expect, test } from "vitest";
import type { Handler } from "../../app/http/create-http-server";
import { serveForTest } from "../support/serve-for-test";

/** Says what reached it. */
const echo: Handler = async (request, context) =>
  Response.json({
    method: request.method,
    url: request.url,
    body: request.body ? await request.text() : null,
    address: context.address,
    nonce: context.nonce,
  });

describe("headers", () => {
  test("every answer has the security headers, and its nonce in the policy", async () => {
    const { ask } = await serveForTest(echo);
    const { headers, body } = await ask();
    const { nonce } = JSON.parse(body);
    const policy = headers["content-security-policy"];
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("a nonce and a request id are used once", async () => {
    const { ask } = await serveForTest(echo);
    const [first, second] = await Promise.all([
      ask({ headers: { "X-Request-Id": "mine" } }),
      ask({ headers: { "X-Request-Id": "mine" } }),
    ]);
    expect(JSON.parse(first.body).nonce).not.toBe(JSON.parse(second.body).nonce);
    expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
    expect(first.headers["x-request-id"]).not.toBe("mine");
  });

  test("over https the browser is told to stay there", async () => {
    const { ask } = await serveForTest(echo, { origin: "https://example.cn" });
    expect((await ask()).headers["strict-transport-security"]).toMatch(/max-age=\d{7}/);
  });
});

describe("host", () => {
  test("without a configured address the site answers to localhost and to bare addresses", async () => {
    const { ask } = await serveForTest(echo);
    for (const host of ["localhost:3000", "LOCALHOST", "192.168.1.20:3000", "[::1]:3000"]) {
      expect((await ask({ headers: { Host: host } })).status).toBe(200);
    }
  });

  test.each([
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "1.2.3.4.example",
    "2130706433",
  ])("a foreign name that points here (%s) is refused, files included", async (host) => {
    const files = { files: (_request: unknown, response: { end(): void }) => response.end() };
    const { ask } = await serveForTest(echo, files);
    const reply = await ask({ headers: { Host: host } });
    expect([reply.status, reply.refusal.code]).toEqual([421, "http/foreign-host"]);
  });

  test("X-Forwarded-Host changes nothing", async () => {
    const { ask, origin } = await serveForTest(echo);
    const reply = await ask({ path: "/a", headers: { "X-Forwarded-Host": "evil.example" } });
    expect(JSON.parse(reply.body).url).toBe(`${origin}/a`);
  });

  test("with a configured address the routes see that one, whatever the proxy writes", async () => {
    const { ask } = await serveForTest(echo, { origin: "https://example.cn" });
    const reply = await ask({ path: "/a?b=c", headers: { Host: "10.0.0.5:3000" } });
    expect(JSON.parse(reply.body).url).toBe("https://example.cn/a?b=c");
  });
});

describe("methods", () => {
  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])("%s is refused", async (method) => {
    const { ask } = await serveForTest(echo);
    const reply = await ask({ method });
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    expect(reply.refusal.code).toBe("http/method");
  });

  test("HEAD gets headers without a body", async () => {
    const { ask } = await serveForTest(echo);
    expect(await ask({ method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });
});

describe("what goes wrong", () => {
  const secret = "the database's password is 1234";
  const broken: Handler = () => Promise.reject(new Error(secret));

  test("an unexpected fault is answered with a number and nothing of its cause", async () => {
    const { ask } = await serveForTest(broken);
    const reply = await ask({ headers: { Accept: "text/html" } });
    expect(reply.status).toBe(500);
    expect(reply.body).toContain(reply.headers["x-request-id"]);
    expect(reply.body).toContain("不是您的问题");
    expect(reply.body).not.toContain(secret);
    expect(reply.body).not.toMatch(/at .*\.ts/);
  });

  test("programs and .data requests get the refusal as JSON", async () => {
    const { ask } = await serveForTest(broken);
    expect((await ask()).refusal.code).toBe("http/broken");
    const data = await ask({ path: "/cases.data", headers: { Accept: "text/html" } });
    expect(data.refusal.code).toBe("http/broken");
  });

  test("the page is in the site's language, escapes what it quotes and needs no script", async () => {
    const { ask } = await serveForTest(echo, { language: "en" });
    const headers = { Accept: "text/html", Host: "<script>alert(1)</script>" };
    const { body } = await ask({ headers });
    expect(body).toContain('<html lang="en">');
    expect(body).toContain("&lt;script&gt;");
    expect(body).not.toContain("<script>");
  });

  test("an address that cannot be read is refused", async () => {
    const { ask } = await serveForTest(echo);
    for (const path of ["http://evil.example/x", "/%E0%A4%A", "/cases/%"]) {
      const reply = await ask({ path });
      expect([reply.status, reply.refusal.code]).toEqual([400, "http/malformed"]);
    }
    expect((await ask({ path: "/%E6%B8%85?q=%" })).status).toBe(200);
  });
});

describe("around the routes", () => {
  test("health is answered without a session, under any host", async () => {
    const { ask } = await serveForTest(echo);
    const reply = await ask({ path: "/healthz", headers: { Host: "load-balancer" } });
    expect([reply.status, reply.body]).toEqual([200, '{"status":"ok"}']);
  });

  test("behind a proxy of one's own the client's address is the one in front of it", async () => {
    const headers = { "X-Forwarded-For": "6.6.6.6, 203.0.113.7" };
    const direct = await serveForTest(echo);
    expect(JSON.parse((await direct.ask({ headers })).body).address).toBe("127.0.0.1");
    const behind = await serveForTest(echo, { proxies: 1 });
    expect(JSON.parse((await behind.ask({ headers })).body).address).toBe("203.0.113.7");
  });

  test("a page is compressed for a browser that can read it", async () => {
    const page = "清源".repeat(1000);
    const { ask } = await serveForTest(() =>
      Promise.resolve(new Response(page, { headers: { "Content-Type": "text/html" } })),
    );
    const plain = await ask();
    const packed = await ask({ headers: { "Accept-Encoding": "gzip, br;q=0" } });
    expect(plain.body).toBe(page);
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.body.length).toBeLessThan(500);
  });
});
