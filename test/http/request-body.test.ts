import { expect, test } from "vitest";
import { serveForTest } from "../support/serve-for-test";

const megabyte = 1024 * 1024;
const send = async (type: string, size: number, chunked = false) => {
  const { ask, origin } = await serveForTest(async (request) =>
    Response.json({ size: (await request.arrayBuffer()).byteLength }),
  );
  const headers: Record<string, string> = { Origin: origin, "Content-Type": type };
  if (chunked) headers["Transfer-Encoding"] = "chunked";
  return ask({ method: "POST", headers, body: Buffer.alloc(size, "a") });
};

test("a form of a megabyte passes, one byte more does not", async () => {
  const urlencoded = "application/x-www-form-urlencoded";
  expect((await send(urlencoded, megabyte)).body).toBe(`{"size":${megabyte}}`);
  const reply = await send(urlencoded, megabyte + 1);
  expect([reply.status, reply.refusal.code]).toEqual([413, "http/too-large"]);
  expect(reply.refusal.message?.zh).toContain("1 MB");
});

test("a body that does not say how long it is, is measured while it comes", async () => {
  const reply = await send("application/json", 3 * megabyte, true);
  expect([reply.status, reply.refusal.code]).toEqual([413, "http/too-large"]);
});

test("a form with files may have eight megabytes; ten are refused", async () => {
  const multipart = "multipart/form-data; boundary=x";
  expect((await send(multipart, 8 * megabyte)).status).toBe(200);
  expect((await send(multipart, 10 * megabyte)).status).toBe(413);
});

test.each(["text/plain", "application/xml", ""])("%j is no form of ours", async (type) => {
  const reply = await send(type, 10);
  expect([reply.status, reply.refusal.code]).toEqual([415, "http/unsupported-type"]);
});

test("a packed body, which could unfold without end, is refused", async () => {
  const { ask, origin } = await serveForTest(() => Promise.resolve(new Response()));
  const headers = {
    "Content-Type": "application/json",
    Origin: origin,
    "Content-Encoding": "gzip",
  };
  expect((await ask({ method: "POST", headers, body: "x" })).status).toBe(415);
});
