import { beforeEach, describe, expect, test } from "vitest";
import { HOUR } from "../../app/engine/time/duration";
import type { Handler } from "../../app/http/create-http-server";
import { safeRedirect } from "../../app/http/safe-redirect";
import {
  assertCsrf,
  assertVisitorCsrf,
  clearCookie,
  commitCookie,
  getSession,
  requireSession,
  sessionToken,
  visitorCsrf,
} from "../../app/http/session.server";
import { serveForTest, type TestSite } from "../support/serve-for-test";

const password = "spring water 7";

/** Four routes as an application would write them. */
const routes: Handler = async (request, context) => {
  try {
    const { pathname } = new URL(request.url);
    if (request.method === "GET" && pathname === "/sign-in") {
      const { csrf, setCookie } = visitorCsrf(request, context);
      return Response.json({ csrf }, { headers: setCookie ? { "Set-Cookie": setCookie } : {} });
    }
    if (pathname === "/sign-in") {
      const form = await request.formData();
      assertVisitorCsrf(form, request, context);
      const answer = await context.runtime.signIn({
        login: String(form.get("login")),
        password: String(form.get("password")),
        address: context.address,
        previous: sessionToken(request, context),
      });
      if (!answer.ok) return new Response(answer.refusal.code, { status: 403 });
      const headers = { "Set-Cookie": commitCookie(context, answer.value) };
      return safeRedirect(form.get("to"), { headers });
    }
    const session = await requireSession(request, context);
    if (request.method === "GET") {
      return Response.json({ name: session.person.name, csrf: session.csrf });
    }
    assertCsrf(await request.formData(), session);
    await context.runtime.signOut(session.token);
    return new Response(null, { headers: { "Set-Cookie": clearCookie(context) } });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
};

let site: TestSite;
beforeEach(async () => {
  site = await serveForTest(routes);
  const unit = { id: "991021", name: "云岭县", kind: "county", covers: ["991021"] };
  await site.people.save({ units: [{ ...unit, parent: null, dutyPhone: null }] });
  const account = { login: "gaoyuan", name: "高原", role: "officer", unit: "991021", password };
  await site.accounts.add(account);
});

const cookieOf = (header: string[] | undefined) => header?.[0]?.split(";")[0] ?? "";

function post(path: string, fields: Record<string, string>, cookie: string) {
  const type = "application/x-www-form-urlencoded";
  const headers = { "Content-Type": type, Origin: site.origin, Cookie: cookie };
  return site.ask({ method: "POST", path, headers, body: String(new URLSearchParams(fields)) });
}

/** Signs in as a browser does; gives the session's cookie. */
async function signIn(more: Record<string, string> = {}, held = "") {
  const page = await site.ask({ path: "/sign-in" });
  const { csrf } = JSON.parse(page.body);
  const cookie = [cookieOf(page.headers["set-cookie"]), held].filter(Boolean).join("; ");
  return post("/sign-in", { csrf, login: "gaoyuan", password, ...more }, cookie);
}

const home = (cookie: string) => site.ask({ path: "/home", headers: { Cookie: cookie } });

describe("signing in", () => {
  test("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const reply = await signIn();
    expect(reply.status).toBe(302);
    expect(reply.headers["set-cookie"]?.[0]).toMatch(
      /^qy=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const page = await home(cookieOf(reply.headers["set-cookie"]));
    expect(JSON.parse(page.body).name).toBe("高原");
  });

  test("needs the token of the sign-in page that this visitor was shown", async () => {
    const page = await site.ask({ path: "/sign-in" });
    const { csrf } = JSON.parse(page.body);
    const mine = cookieOf(page.headers["set-cookie"]);
    const other = cookieOf((await site.ask({ path: "/sign-in" })).headers["set-cookie"]);
    const fields = { csrf, login: "gaoyuan", password };
    expect((await post("/sign-in", fields, other)).refusal.code).toBe("auth/csrf");
    expect((await post("/sign-in", fields, "")).refusal.code).toBe("auth/csrf");
    expect((await post("/sign-in", { ...fields, csrf: "" }, mine)).refusal.code).toBe("auth/csrf");
    expect((await post("/sign-in", fields, mine)).status).toBe(302);
  });

  test("keeps the visitor's cookie, so that two open sign-in pages both work", async () => {
    const first = await site.ask({ path: "/sign-in" });
    const cookie = cookieOf(first.headers["set-cookie"]);
    const second = await site.ask({ path: "/sign-in", headers: { Cookie: cookie } });
    expect(second.headers["set-cookie"]).toBeUndefined();
    expect(second.body).toBe(first.body);
  });

  test("changes the token and ends the session that the browser held", async () => {
    const first = cookieOf((await signIn()).headers["set-cookie"]);
    const second = cookieOf((await signIn({}, first)).headers["set-cookie"]);
    expect(second).not.toBe(first);
    expect((await home(first)).status).toBe(302);
    expect((await home(second)).status).toBe(200);
  });

  test("does not adopt a token that somebody planted", async () => {
    const planted = `qy=${"A".repeat(43)}`;
    const reply = await signIn({}, planted);
    expect(cookieOf(reply.headers["set-cookie"])).not.toBe(planted);
    expect((await home(planted)).status).toBe(302);
  });

  test.each([
    ["/cases?queue=mine", "/cases?queue=mine"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["", "/"],
  ])("with the target %j leads to %s", async (to, expected) => {
    expect((await signIn({ to })).headers.location).toBe(expected);
  });
});

describe("a signed-in person", () => {
  test("is sent to sign in and back, when there is no session", async () => {
    const reply = await site.ask({ path: "/cases/1?tab=history" });
    expect(reply.status).toBe(302);
    expect(reply.headers.location).toBe("/sign-in?to=%2Fcases%2F1%3Ftab%3Dhistory");
  });

  test("is told that the session has ended, when a form is sent after it", async () => {
    const cookie = cookieOf((await signIn()).headers["set-cookie"]);
    const { csrf } = JSON.parse((await home(cookie)).body);
    site.clock.time += 3 * HOUR;
    const reply = await post("/home", { csrf }, cookie);
    expect([reply.status, reply.refusal.code]).toEqual([403, "auth/signed-out"]);
  });

  test("changes nothing without the session's own token", async () => {
    const cookie = cookieOf((await signIn()).headers["set-cookie"]);
    const other = JSON.parse((await home(cookieOf((await signIn()).headers["set-cookie"]))).body);
    const refused = await post("/sign-out", { csrf: other.csrf }, cookie);
    expect([refused.status, refused.refusal.code]).toEqual([403, "auth/csrf"]);
    expect((await home(cookie)).status).toBe(200);
  });

  test("signs out for good: the cookie is dropped and the token worthless", async () => {
    const cookie = cookieOf((await signIn()).headers["set-cookie"]);
    const { csrf } = JSON.parse((await home(cookie)).body);
    const reply = await post("/sign-out", { csrf }, cookie);
    expect(reply.headers["set-cookie"]?.[0]).toContain("qy=; Path=/");
    expect(reply.headers["set-cookie"]?.[0]).toContain("Max-Age=0");
    expect((await home(cookie)).status).toBe(302);
  });
});

test("over https the cookies are Secure and carry the __Host- prefix", async () => {
  const handle: Handler = async (request, context) => {
    const session = await getSession(request, context);
    const { setCookie = "" } = visitorCsrf(request, context);
    const drop = clearCookie(context);
    return Response.json({ session: session !== undefined, setCookie, drop });
  };
  const { ask } = await serveForTest(handle, { origin: "https://example.cn" });
  const { setCookie, drop } = JSON.parse((await ask()).body);
  expect(setCookie).toMatch(
    /^__Host-qy-visitor=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(drop).toBe("__Host-qy=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
});
