import { createRequestHandler, redirect, type ServerBuild } from "@remix-run/node";
import { expect, test, vi } from "vitest";
import { refuse, refusalError } from "../../app/engine/errors";
import type { LoadContext } from "../../app/http/load-context";
import { refusalResponse } from "../../app/http/refusal-response";
import { reportFaults } from "../../app/http/report-faults";
import { withoutLastResort } from "../../app/http/without-last-resort";

const future = { v3_singleFetch: true } as ServerBuild["future"];
const secret = "the database's password is 1234";

/** A site of one resource route whose loader and action do this. */
async function ask(door: () => unknown, { method = "GET", path = "/one" } = {}) {
  const report = vi.fn();
  const build = {
    mode: "production",
    future,
    basename: "/",
    assets: { routes: {}, url: "", version: "", entry: { imports: [], module: "" } },
    assetsBuildDirectory: "",
    publicPath: "/",
    isSpaMode: false,
    entry: { module: { default: () => Promise.reject(new Error(secret)), handleError: report } },
    routes: { one: { id: "one", path: "one", module: { loader: door, action: door } } },
  } as unknown as ServerBuild;
  const handle = withoutLastResort(createRequestHandler(reportFaults(build), "production"));
  const context = { requestId: "7KQ2-9FMD", report } as unknown as LoadContext;
  const answer = await handle(new Request(`http://localhost${path}`, { method }), context);
  return { status: answer.status, text: await answer.text(), report };
}

test.each(["GET", "POST"])(
  "what nobody expected (%s) is logged and answered with its number",
  async (method) => {
    const fault = new Error(secret);
    const { status, text, report } = await ask(() => Promise.reject(fault), { method });
    expect([status, text.includes("7KQ2-9FMD"), text.includes("1234")]).toEqual([500, true, false]);
    expect(JSON.parse(text)).toMatchObject({ code: "http/broken" });
    expect(report.mock.calls).toEqual([[fault]]);
  },
);

test("a refusal that unwinds is answered as it is and logged as no fault", async () => {
  const { status, text, report } = await ask(() => {
    throw refusalError("case/not-found");
  });
  expect([status, JSON.parse(text)]).toMatchObject([404, { code: "case/not-found" }]);
  expect(report).not.toHaveBeenCalled();
});

test("what a route answers or throws on purpose passes", async () => {
  const thrown = (what: unknown) => () => {
    throw what;
  };
  const statuses = [];
  for (const door of [
    thrown(refusalResponse(refuse("http/malformed"))),
    thrown(redirect("/two")),
    () => new Response("fine"),
  ]) {
    const { status, report } = await ask(door);
    expect(report).not.toHaveBeenCalled();
    statuses.push(status);
  }
  expect(statuses).toEqual([400, 302, 200]);
});

test("Remix's own last words never go out", async () => {
  const page = ask(
    () => new Response(null, { status: 500, headers: { "Content-Type": "text/plain" } }),
  );
  await expect(page).rejects.toThrow("no page could be drawn");
  await expect(ask(() => null, { path: "/one?_data=one" })).rejects.toThrow("http/malformed");
});
