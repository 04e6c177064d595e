import { brotliDecompressSync } from "node:zlib";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStaticFiles } from "../../app/http/static-files";
import { serveForTest } from "../support/serve-for-test";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qy-files-"));
  mkdirSync(join(folder, "client/assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "client/icon.svg"), "<svg></svg>");
  writeFileSync(join(folder, "client/.hidden.txt"), "hidden");
  writeFileSync(join(folder, "client/assets/app-1a2b.js"), "let a = 1;".repeat(100));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function serve() {
  const files = await createStaticFiles(join(folder, "client"));
  return serveForTest(() => Promise.resolve(new Response("route", { status: 404 })), { files });
}

test("a file comes with its type; one with its hash in the name is kept for ever", async () => {
  const { ask } = await serve();
  const icon = await ask({ path: "/icon.svg" });
  expect(icon).toMatchObject({ status: 200, body: "<svg></svg>" });
  expect(icon.headers["content-type"]).toBe("image/svg+xml");
  expect(icon.headers["cache-control"]).toBe("public, max-age=3600");
  const script = await ask({ path: "/assets/app-1a2b.js?x=1" });
  expect(script.headers["cache-control"]).toContain("immutable");
  expect(script.headers["x-content-type-options"]).toBe("nosniff");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/assets/../../secret.txt",
  "/.hidden.txt",
  "/assets",
  "/",
])("%s is left to the routes", async (path) => {
  const { ask } = await serve();
  expect(await ask({ path })).toMatchObject({ status: 404, body: "route" });
});

test("HEAD tells the size and sends nothing", async () => {
  const { ask } = await serve();
  const reply = await ask({ method: "HEAD", path: "/assets/app-1a2b.js" });
  expect([reply.headers["content-length"], reply.body]).toEqual(["1000", ""]);
});

test("text is sent compressed to a browser that can read it", async () => {
  const { ask } = await serve();
  const headers = { "Accept-Encoding": "br" };
  const reply = await ask({ path: "/assets/app-1a2b.js", headers });
  expect(reply.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(reply.bytes).toString()).toBe("let a = 1;".repeat(100));
});
