import { afterAll, beforeAll, expect, test } from "vitest";
import { dumpDatabase } from "../support/dump-database";
import { serveProduct, type Product } from "./support/serve-product";

/** Everything that is wrong with a request, sent to the built product as a person with tools would. */
let product: Product;
beforeAll(async () => {
  product = await serveProduct();
}, 120_000);
afterAll(() => product.close());

/** A signed-in browser without a browser. */
interface Client {
  get(path: string): Promise<string>;
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>;
}

async function signIn(login: string): Promise<Client> {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(product.origin + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, origin: product.origin, ...(init.headers as Record<string, string>) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const client: Client = {
    get: async (path) => (await ask(path)).text(),
    post: (path, body, headers = {}) => ask(path, { method: "POST", body, headers }),
  };
  const csrf = fieldOf(await client.get("/sign-in"), "csrf");
  await client.post("/sign-in", new URLSearchParams({ csrf, login, password: "qingyuan" }));
  return client;
}

function fieldOf(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
}

/** An open matter of 石桥村 that waits for its triage, and the officer who looks at it. */
async function openTriage() {
  const officer = await signIn("gaoyuan");
  const list = await officer.get("/cases?queue=all");
  for (const [, path = ""] of list.matchAll(/href="(\/cases\/99[^"/]*)"/g)) {
    const page = await officer.get(path);
    if (page.includes("/do/confirmTriage") && page.includes("石桥 2026-")) return { officer, path };
  }
  throw new Error("no matter of the demo waits for its triage");
}

const TRIAGE = "/do/confirmTriage";
const FORM = "application/x-www-form-urlencoded";

test("each is answered by its status, in words, without a trace of the program, and nothing is written", async () => {
  const { officer, path } = await openTriage();
  const page = await officer.get(path + TRIAGE);
  const fields = {
    ...{ csrf: fieldOf(page, "csrf"), expectedSeq: fieldOf(page, "expectedSeq") },
    ...{ commandId: "bad", intent: "send" },
  };
  const answers = (text: string) => ({ ...fields, answers: text });
  const parties = (count: number): Record<string, string> => ({
    ...fields,
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`form/parties/${i}/name`, "x"])),
  });
  const auxiliary = await signIn("yangxiulan");
  const stranger = await signIn("zhouzheng");
  const tokenOf = async (client: Client) => fieldOf(await client.get("/me"), "csrf");
  const theirs = {
    auxiliary: { ...fields, csrf: await tokenOf(auxiliary) },
    stranger: { ...fields, csrf: await tokenOf(stranger) },
  };

  type Ask = [
    what: string,
    status: number,
    words: RegExp,
    path: string,
    body: Record<string, string> | string,
    more?: { by?: Client; headers?: Record<string, string> },
  ];
  const asks: Ask[] = [
    ["an unknown event", 422, /没有“fly”这个操作。请刷新/, "/do/fly", fields],
    ["an event of another state", 409, /不能做“归档”。请看/, "/do/archive", fields],
    ["an event of XState", 422, /系统保留的名称，不能提交。请/, "/do/xstate.done.state.x", fields],
    ["every event", 422, /系统保留的名称，不能提交。请/, "/do/*", fields],
    ["an event of Object.prototype", 422, /没有“__proto__”这个操作/, "/do/__proto__", fields],
    ["a wrong role", 403, /由驻村民警/, TRIAGE, theirs.auxiliary, { by: auxiliary }],
    ["a wrong unit", 404, /没有找到这件事项/, TRIAGE, theirs.stranger, { by: stranger }],
    ["an older version", 409, /刚被别人办过一步/, TRIAGE, { ...fields, expectedSeq: "0" }],
    ["a version that is none", 400, /读不出来。请回到/, TRIAGE, { ...fields, expectedSeq: "one" }],
    ["missing fields", 422, /还有 \d+ 处要改/, TRIAGE, fields],
    ["a field too many", 422, /还有 \d+ 处要改/, TRIAGE, { ...fields, "form/secret": "1" }],
    [
      "a field __proto__",
      422,
      /读不出来（form\/__proto__/,
      TRIAGE,
      { ...fields, "form/__proto__/x": "1" },
    ],
    ["answers with __proto__", 400, /读不出来。请回到/, TRIAGE, answers('{"__proto__":{"a":1}}')],
    ["answers of wrong types", 422, /处要改/, TRIAGE, answers('{"type":5,"parties":"x"}')],
    ["answers that are a list", 400, /读不出来。请回到/, TRIAGE, answers("[]")],
    ["answers 100 deep", 422, /层次或者项数太多，无法处理。请刷新/, TRIAGE, answers(deep(100))],
    ["answers 50,000 deep", 400, /读不出来。请回到/, TRIAGE, answers(deep(50_000))],
    [
      "50,000 items",
      422,
      /层次或者项数太多，无法处理。请刷新/,
      TRIAGE,
      answers(`{"parties":[${"0,".repeat(49_999)}0]}`),
    ],
    ["more fields than a form has", 413, /项，没有存上。请减少/, TRIAGE, parties(5_000)],
    ["more items than a page could draw", 422, /层次或者项数太多/, TRIAGE, parties(3_900)],
    ["more items than the form takes", 422, /处要改/, TRIAGE, parties(60)],
    [
      "a system's command id",
      400,
      /提交的内容不完整/,
      TRIAGE,
      { ...fields, commandId: "timer:a:1" },
    ],
    ["no token", 403, /请刷新页面后再提交/, TRIAGE, { ...fields, csrf: "" }],
    ["a move that is none", 400, /读不出来。请回到/, "", { ...fields, intent: "move:fly" }],
    ["a move without a reason", 422, /写明理由/, "/operations/void", { ...fields, reason: "" }],
    [
      "a body of ten megabytes",
      413,
      /提交的内容超过 1 MB，没有存上/,
      TRIAGE,
      `a=${"x".repeat(10 * 1024 * 1024)}`,
      { headers: { "content-type": FORM } },
    ],
    [
      "a body of another kind",
      415,
      /不支持这种提交格式（text\/plain）。请/,
      TRIAGE,
      "x",
      { headers: { "content-type": "text/plain" } },
    ],
    [
      "another site's post",
      403,
      /来自别的网站（https:\/\/evil.example），没有办理。请/,
      TRIAGE,
      fields,
      { headers: { origin: "https://evil.example" } },
    ],
  ];
  const stored = await stores();
  for (const [what, status, words, at, body, { by = officer, headers } = {}] of asks) {
    const sent = typeof body === "string" ? body : new URLSearchParams(body);
    const answer = await by.post(path + at, sent, headers);
    const text = await answer.text();
    expect(`${what}: ${answer.status}`).toBe(`${what}: ${status}`);
    const said = text.replace(/<script[^]*?<\/script>|<[^>]*>/g, "");
    if (!words.test(said)) expect.fail(`${what}: ${said.slice(0, 2_000)}`);
    expect(text, what).not.toMatch(/\n\s+at \S+ \(|node_modules|\.tsx?:\d/);
    expect((await stores()) === stored, `${what}: wrote something`).toBe(true);
  }
  const nowhere = "/cases/991021-00000000-0000-7000-8000-000000000000";
  for (const at of [nowhere, "/cases/nope", "/cases/__proto__"]) {
    const answer = await officer.post(at + TRIAGE, new URLSearchParams(fields));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有找到这件事项");
  }
  expect((await stores()) === stored).toBe(true);
}, 120_000);

function deep(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
}

/** All but who looked at what, which reading the pages notes. */
async function stores(): Promise<string> {
  const dump = await dumpDatabase(product.run);
  return dump.replace(/^(audit|sessions): .*$/gm, "");
}

test("the same post twice is one step with one answer; another body under its id is refused", async () => {
  const { officer, path } = await openTriage();
  const page = await officer.get(path + TRIAGE);
  const body = (note: string) =>
    new URLSearchParams({
      ...{ csrf: fieldOf(page, "csrf"), expectedSeq: fieldOf(page, "expectedSeq") },
      ...{ commandId: "twice", intent: "send" },
      answers: JSON.stringify({
        type: "neighbours",
        parties: [
          { name: "田秀英", role: "applicant" },
          { name: "田永贵", role: "respondent" },
        ],
        ...{ injury: "none", track: "mediation", triageNote: note },
      }),
    });
  const first = await officer.post(path + TRIAGE, body("两家愿意谈"));
  expect([first.status, first.headers.get("location")]).toEqual([302, path]);
  const stored = await stores();
  const second = await officer.post(path + TRIAGE, body("两家愿意谈"));
  expect([second.status, second.headers.get("location")]).toEqual([302, path]);
  const other = await officer.post(path + TRIAGE, body("另一句话"));
  expect(other.status).toBe(409);
  expect(await other.text()).toContain("同一个提交编号已用于另一份内容");
  expect((await stores()) === stored).toBe(true);
}, 120_000);
