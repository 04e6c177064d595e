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

/** A form with a text and a file, as a browser sends it. */
function formOf(text: string, photo: number): Buffer {
  const head = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"`;
  return Buffer.concat([
    Buffer.from(`${head("text")}\r\n\r\n${text}\r\n`),
    Buffer.from(`${head("photo")}; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`),
    Buffer.alloc(photo, "a"),
    Buffer.from("\r\n--x--\r\n"),
  ]);
}

async function sendForm(body: Buffer) {
  const { ask, origin } = await serveForTest(async (request) => {
    const form = await request.formData();
    const photo = form.get("photo") as File;
    return Response.json({ text: form.get("text"), photo: photo.size });
  });
  const headers = { Origin: origin, "Content-Type": "multipart/form-data; boundary=x" };
  return ask({ method: "POST", headers, body });
}

test("a photo of ten megabytes passes; of a larger one just enough comes through to be refused", async () => {
  const most = 10 * megabyte;
  expect((await sendForm(formOf("字", most))).body).toBe(`{"text":"字","photo":${most}}`);
  expect((await sendForm(formOf("字", 3 * most))).body).toBe(`{"text":"字","photo":${most + 1}}`);
});

test("a form with files may have no more text than another", async () => {
  expect((await sendForm(formOf("a".repeat(megabyte - 2000), 10))).status).toBe(200);
  const reply = await sendForm(formOf("a".repeat(10 * megabyte), 10));
  expect([reply.status, reply.refusal.code]).toEqual([413, "http/too-large"]);
  expect(reply.refusal.message?.zh).toContain("1 MB");
});

test("what is larger than any camera's picture is not even read", async () => {
  const reply = await sendForm(Buffer.alloc(65 * megabyte, "a"));
  expect([reply.status, reply.refusal.code]).toEqual([413, "http/too-large"]);
});

test("a form with files that does not say where its parts end is refused", async () => {
  expect((await send("multipart/form-data", 10)).status).toBe(415);
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
