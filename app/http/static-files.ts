import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RequestHandler } from "express";
import { acceptedEncoding, isCompressible, type Encoding } from "./compression";

interface StaticFile {
  path: string;
  type: string;
  /** The bytes by encoding; compressed when first asked for, then kept. */
  bytes: Map<Encoding | "plain", Promise<Buffer>>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * Serves the built browser files of a folder. The folder is listed once: what is not in the list is
 * left to the next handler, so no path of a request ever reaches the disk. Files under `assets/`
 * have their content's hash in the name and never change.
 */
export async function createStaticFiles(folder: string): Promise<RequestHandler> {
  const files = await listFiles(folder);
  return (request, response, next) => {
    const file = request.method === "POST" ? undefined : files.get(request.path);
    if (!file) return next();
    const encoding = isCompressible(file.type) ? acceptedEncoding(request) : undefined;
    bytesOf(file, encoding ?? "plain").then((bytes) => {
      const immutable = request.path.startsWith("/assets/");
      response.set({
        "Content-Type": file.type,
        "Cache-Control": immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        Vary: "Accept-Encoding",
        ...(encoding ? { "Content-Encoding": encoding } : {}),
        "Content-Length": String(bytes.length),
      });
      response.end(request.method === "HEAD" ? undefined : bytes);
    }, next);
  };
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join("/")}`, { path, type, bytes: new Map() });
  }
  return files;
}

function bytesOf(file: StaticFile, encoding: Encoding | "plain"): Promise<Buffer> {
  const known = file.bytes.get(encoding);
  if (known) return known;
  const bytes = encoding === "plain" ? readFile(file.path) : compress(file, encoding);
  file.bytes.set(encoding, bytes);
  return bytes;
}

async function compress(file: StaticFile, encoding: Encoding): Promise<Buffer> {
  const plain = await bytesOf(file, "plain");
  if (encoding === "gzip") return promisify(gzip)(plain);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return promisify(brotliCompress)(plain, { params });
}
