import { describe, expect, test } from "vitest";
import type { Handler } from "../../app/http/create-http-server";
import { serveForTest, type Asking } from "../support/serve-for-test";

/** Says what reached it. */
const echo: Handler = async (request) =>
  Response.json({ method: request.method, body: request.body ? await request.text() : null });

const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("origin of a change", () => {
  const post = (change: Asking["headers"], path = "/"): Asking => {
    return { method: "POST", path, headers: { ...form, ...change }, body: "a=1" };
  };

  test("our own page may post", async () => {
    const { ask, origin } = await serveForTest(echo);
    const reply = await ask(post({ Origin: origin }));
    expect(JSON.parse(reply.body)).toMatchObject({ method: "POST", body: "a=1" });
  });

  test.each(["https://evil.example", "null", "", "http://127.0.0.1", "http://localhost:3000"])(
    "Origin %j is refused on pages, .data and resource routes, and the route is not run",
    async (given) => {
      const ran: string[] = [];
      const handle: Handler = (request) => {
        ran.push(request.url);
        return Promise.resolve(new Response());
      };
      const { ask } = await serveForTest(handle);
      for (const path of ["/", "/cases/1.data", "/sign-out"]) {
        const reply = await ask(post({ Origin: given }, path));
        expect([reply.status, reply.refusal.code]).toEqual([403, "http/foreign-origin"]);
      }
      expect(ran).toEqual([]);
    },
  );

  test("a foreign origin is not let in by a forged X-Forwarded-Host", async () => {
    const { ask } = await serveForTest(echo);
    const headers = { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" };
    expect((await ask(post(headers))).status).toBe(403);
  });

  test("a configured address is the only origin, and the bare one no longer is", async () => {
    const { ask, origin } = await serveForTest(echo, { origin: "https://example.cn" });
    expect((await ask(post({ Origin: "https://example.cn" }))).status).toBe(200);
    expect((await ask(post({ Origin: "http://example.cn" }))).status).toBe(403);
    expect((await ask(post({ Origin: origin }))).status).toBe(403);
  });

  test("reading needs no origin, and a foreign one does not hinder it", async () => {
    const { ask } = await serveForTest(echo);
    expect((await ask()).status).toBe(200);
    expect((await ask({ headers: { Origin: "https://evil.example" } })).status).toBe(200);
  });
});

describe("a change without Origin", () => {
  test("needs the token of the session's or visitor's cookie, in the form or in a header", async () => {
    const { ask, csrf } = await serveForTest(echo);
    const sessionToken = csrf.forSession("token-1");
    const visitorToken = csrf.forVisitor("visitor-1");
    const status = async (cookie: string, body: string, more: Record<string, string> = {}) =>
      (await ask({ method: "POST", headers: { ...form, Cookie: cookie, ...more }, body })).status;
    expect(await status("qy=token-1", `a=1&csrf=${sessionToken}`)).toBe(200);
    expect(await status("qy-visitor=visitor-1", `csrf=${visitorToken}`)).toBe(200);
    expect(await status("qy=token-1", "a=1", { "X-CSRF-Token": sessionToken })).toBe(200);
    expect(await status("qy=token-1", "a=1")).toBe(403);
    expect(await status("qy=token-1", `csrf=${visitorToken}`)).toBe(403);
    expect(await status("qy=token-2", `csrf=${sessionToken}`)).toBe(403);
    expect(await status("", `csrf=${sessionToken}`)).toBe(403);
    expect(await status("qy=token-1", `csrf=${sessionToken}`, { "X-CSRF-Token": "x" })).toBe(403);
  });

  test("finds the token in a form with files too", async () => {
    const { ask, csrf } = await serveForTest(echo);
    const data = new FormData();
    data.set("csrf", csrf.forSession("token-1"));
    data.set("photo", new Blob(["x"]), "x.jpg");
    const encoded = new Response(data);
    const headers = {
      "Content-Type": encoded.headers.get("Content-Type") ?? "",
      Cookie: "qy=token-1",
    };
    const body = Buffer.from(await encoded.arrayBuffer());
    expect((await ask({ method: "POST", headers, body })).status).toBe(200);
  });

  test("is refused when the browser says that it comes from another site", async () => {
    const { ask, csrf } = await serveForTest(echo);
    const headers = { ...form, Cookie: "qy=token-1", "Sec-Fetch-Site": "cross-site" };
    const body = `csrf=${csrf.forSession("token-1")}`;
    const reply = await ask({ method: "POST", headers, body });
    expect([reply.status, reply.refusal.code]).toEqual([403, "http/foreign-origin"]);
  });

  test("that is broken inside is refused as malformed", async () => {
    const { ask } = await serveForTest(echo);
    const headers = { "Content-Type": "multipart/form-data; boundary=x", Cookie: "qy=token-1" };
    const reply = await ask({ method: "POST", headers, body: "--x\r\nbroken" });
    expect([reply.status, reply.refusal.code]).toEqual([400, "http/malformed"]);
  });
});
