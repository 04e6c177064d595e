import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Browser {
  executablePath: string;
  /** Where the browser finds the libraries that a bare system lacks; empty when it needs none. */
  libraryPath: string;
}

/** The browser the tests drive: the one named, the system's, or the one from the npm package. */
export function findBrowser(): Browser {
  const named = process.env.QY_CHROMIUM;
  if (named) return { executablePath: named, libraryPath: "" };
  const system = "/usr/bin/chromium";
  if (existsSync(system)) return { executablePath: system, libraryPath: "" };
  const folder = extractOnce();
  const executablePath = join(folder, "chromium");
  const libraryPath = starts(executablePath) ? "" : join(folder, "al2023/lib");
  return { executablePath, libraryPath };
}

/**
 * Unpacks into a folder of this user that all checkouts share. The unpacked tree is moved there
 * whole: a browser started while its file is still being written fails with ETXTBSY.
 */
function extractOnce(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const version = versionOf(entry);
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `qingyuan-chromium-${version}-${uid}`);
  if (existsSync(folder)) {
    if (statSync(folder).uid === uid) return folder;
    throw new Error(`${folder} belongs to another user; remove it or set TMPDIR`);
  }
  const next = mkdtempSync(`${folder}.`);
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    await (chromium.default ?? chromium).executablePath();`;
  // The package unpacks into the temp folder, and its libraries only where it believes to be on AWS.
  const env = { ...process.env, TMPDIR: next, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  execFileSync(process.execPath, ["--input-type=module", "-e", script], { env });
  try {
    renameSync(next, folder);
  } catch {
    // Another run was quicker; its tree is as good as this one.
    rmSync(next, { recursive: true, force: true });
  }
  return folder;
}

function versionOf(entry: string): string {
  let folder = dirname(entry);
  while (!existsSync(join(folder, "bin"))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

function starts(executablePath: string): boolean {
  try {
    execFileSync(executablePath, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
