import { createServer, get, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { listen, stopListening } from "../../app/http/listen";

const host = "127.0.0.1";
const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await stopListening(server);
});

function makeServer(): Server {
  const server = createServer((_request, response) => response.end("here"));
  open.push(server);
  return server;
}

test("port 0 takes a free one and says which", async () => {
  expect(await listen(makeServer(), { host, port: 0 })).toBeGreaterThan(1023);
});

test("a port that is taken is refused with another one to try", async () => {
  const port = await listen(makeServer(), { host, port: 0 });
  const error = await listen(createServer(), { host, port }).catch((fault: unknown) => fault);
  expect(error).toMatchObject({
    refusal: { code: "runtime/port-taken", params: { port, other: port + 1 } },
  });
});

test("an address that is not this machine's is refused", async () => {
  await expect(listen(createServer(), { host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
    refusal: { code: "runtime/port-forbidden", params: { reason: "EADDRNOTAVAIL" } },
  });
});

test("stopping lets a request under way finish", async () => {
  let finish = () => undefined as void;
  const server = createServer((_request, response) => {
    finish = () => void response.end("whole answer");
  });
  const asked = new Promise<void>((resolve) => server.once("request", () => resolve()));
  const port = await listen(server, { host, port: 0 });
  const answer = new Promise<string>((resolve, reject) => {
    get({ host, port }, (response) => {
      response.setEncoding("utf8");
      response.once("data", resolve);
    }).once("error", reject);
  });
  await asked;
  const stopped = stopListening(server);
  finish();
  expect(await answer).toBe("whole answer");
  await stopped;
});
