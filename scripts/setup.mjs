import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./ensure-built.mjs";
import { withLock } from "./lock.mjs";
import { run, say, SetupError } from "./terminal.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const lockFile = join(root, ".cache/setup.lock");
const modules = join(root, "node_modules");
const markFile = join(modules, ".qy-setup.json");
const oldestNode = [20, 19];

/** Everything that must be there before the program can run: Node, packages, build. */
export async function setup(parts = ["web", "cli"]) {
  checkNode();
  await ensureInstalled();
  await ensureBuilt(root, parts, lockFile);
}

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [wantMajor, wantMinor] = oldestNode;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new SetupError(
    `needs Node.js ${oldestNode.join(".")} or newer, this is ${version}. ` +
      "Install the current LTS version from https://nodejs.org and run the command again.",
  );
}

/** Installs when packages are missing, incomplete, of other versions, or built for another Node. */
export async function ensureInstalled() {
  if (isMarked() && isComplete()) return linkCommand();
  await withLock(lockFile, async () => {
    if (isMarked() && isComplete()) return;
    // Somebody may have run `npm ci` by hand; then there is nothing to repeat.
    if (!isComplete() || !(await bindingLoads())) await install();
    writeFileSync(markFile, mark());
  });
  linkCommand();
}

async function install() {
  say(
    "installing packages (2 to 4 minutes the first time; sqlite3 may be compiled, about 1 minute)",
  );
  rmSync(markFile, { force: true });
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // node-gyp compiles on one core unless told otherwise.
  const env = { ...process.env, JOBS: process.env.JOBS ?? "max" };
  const code = await run(command, args, {
    cwd: root,
    env,
    shell: process.platform === "win32" && !npm,
  });
  const remedy =
    "If the lines above mention node-gyp or sqlite3, install a C++ toolchain " +
    "(Debian, Ubuntu: apt-get install python3 make g++) and run the command again.";
  if (code !== 0) throw new SetupError(`npm ci failed with code ${code}. ${remedy}`);
  if (!(await bindingLoads())) throw new SetupError(`the sqlite3 binding does not load. ${remedy}`);
}

/** In a process of its own: a binding built for another Node may crash instead of throwing. */
async function bindingLoads() {
  const script = "require('sqlite3')";
  return (await run(process.execPath, ["-e", script], { cwd: root, stdio: "ignore" })) === 0;
}

function isMarked() {
  return existsSync(markFile) && readFileSync(markFile, "utf8") === mark();
}

function mark() {
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  const { platform, arch, versions } = process;
  return JSON.stringify({ lock: lock.digest("hex"), platform, arch, abi: versions.modules });
}

/** Whether every package of the lockfile that this platform needs stands there in its version. */
function isComplete() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(modules, ".package-lock.json"));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "" || optional) return true;
    return present[path]?.version === version && existsSync(join(root, path, "package.json"));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

/** npm links the commands of dependencies, not the project's own: `npx --no-install qy` needs this. */
function linkCommand() {
  if (process.platform === "win32") return;
  const link = join(modules, ".bin/qy");
  const target = "../../scripts/qy.mjs";
  const stat = lstatSync(link, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() && readlinkSync(link) === target) return;
  mkdirSync(join(modules, ".bin"), { recursive: true });
  rmSync(link, { force: true });
  try {
    symlinkSync(target, link);
    chmodSync(join(root, "scripts/qy.mjs"), 0o755);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
