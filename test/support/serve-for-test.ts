import { request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { createHttpServer, type Handler, type HttpParts } from "../../app/http/create-http-server";
import type { Runtime } from "../../app/runtime/api";
import { createLog } from "../../app/runtime/log";
import { openTestPeople, type TestPeople } from "./open-test-people";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
  /** The body of a refusal. */
  refusal: { code?: string; message?: { zh: string } };
}

export interface Asking {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestSite extends TestPeople {
  host: string;
  origin: string;
  /** A request as raw as a program can send it: no header is added or held back. */
  ask(asking?: Asking): Promise<Reply>;
}

const open = new Set<Server>();
afterEach(() => {
  for (const server of open) server.close().closeAllConnections();
  open.clear();
});

/** A real server on a loopback port, over real people and sessions; only matters are left out. */
export async function serveForTest(
  handle: Handler,
  change: Partial<HttpParts["settings"]> & Pick<HttpParts, "files" | "development"> = {},
): Promise<TestSite> {
  const held = await openTestPeople();
  const { origin = null, language = "zh", proxies = 0, metricsToken = null, ...parts } = change;
  const server = createHttpServer({
    runtime: peopleOnly(held),
    csrf: held.csrf,
    settings: { origin, language, proxies, metricsToken },
    log: createLog("silent"),
    handle,
    ...parts,
  });
  open.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return { ...held, host, origin: `http://${host}`, ask: (asking) => ask(port, asking) };
}

const metrics = () => Promise.resolve("# nothing\n");

function peopleOnly({ people }: TestPeople): Runtime {
  const { signIn, findSession, signOut, setPreferences, who } = people;
  const part: Partial<Runtime> = { signIn, findSession, signOut, setPreferences, who };
  return { ...part, demo: null, ready: () => Promise.resolve(true), metrics } as Runtime;
}

function ask(port: number, { method = "GET", path = "/", headers, body }: Asking = {}) {
  return new Promise<Reply>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        const text = bytes.toString("utf8");
        const isJson = text !== "" && response.headers["content-type"]?.includes("json");
        const refusal = isJson ? JSON.parse(text) : {};
        const status = response.statusCode ?? 0;
        const done = () =>
          resolve({ status, headers: response.headers, body: text, bytes, refusal });
        // A refusal may be there before the body has gone out; the server lets the rest run out.
        if (asked.writableFinished) done();
        else asked.once("finish", done);
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
