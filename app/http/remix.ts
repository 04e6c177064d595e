import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { refusalError } from "../engine/errors";
import type { HttpParts } from "./create-http-server";
import { reportFaults } from "./report-faults";
import { withoutLastResort } from "./without-last-resort";
import { createStaticFiles } from "./static-files";

/** The pages: what answers requests, and what serves the browser's files. */
export interface Pages extends Required<Pick<HttpParts, "handle" | "files" | "development">> {
  close(): Promise<void>;
}

/** The pages as built in `build/`. Throws `runtime/no-build` where they are not. */
export async function loadBuiltPages(root: string): Promise<Pages> {
  const file = join(root, "build/web/server/index.js");
  if (!existsSync(file)) throw refusalError("runtime/no-build", { file });
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return {
    handle: withoutLastResort(createRequestHandler(reportFaults(build), "production")),
    files: await createStaticFiles(join(root, "build/web/client")),
    development: false,
    close: () => Promise.resolve(),
  };
}

/** The pages from their sources, renewed on every change, by Vite's development server. */
export async function loadDevelopmentPages(root: string): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const build = async () =>
    (await vite.ssrLoadModule("virtual:remix/server-build")) as unknown as ServerBuild;
  return {
    handle: createRequestHandler(build, "development"),
    files: vite.middlewares,
    development: true,
    close: () => vite.close(),
  };
}
