import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";
import { run, say, SetupError } from "./terminal.mjs";

/** What the output depends on. Packages with their schemas, and tests, are read at run time. */
const sources = [
  "app",
  "plugins",
  "public",
  "schemas/common",
  "schemas/platform",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "scripts/ensure-built.mjs",
];
const outputs = { web: "build/web/server/index.js", cli: "build/cli/main.js" };
const builders = {
  web: buildWeb,
  cli: (root) => buildNode(root, { entry: "app/cli/main.ts", out: "build/cli" }),
  bench: (root) => buildNode(root, { entry: "bench/main.ts", out: "build/bench" }),
};
const thisFile = fileURLToPath(import.meta.url);

/** Builds those parts ("web", "cli") whose sources have changed since their last build. */
export async function ensureBuilt(root, parts, lockFile, { force = false } = {}) {
  const stale = () => {
    const hash = hashOf(root);
    const stamp = readStamp(root);
    return parts.filter((part) => stamp[part] !== hash || !existsSync(join(root, outputs[part])));
  };
  if (!force && stale().length === 0) return;
  await withLock(lockFile, async () => {
    for (const part of force ? parts : stale()) {
      say(`building ${part} …`);
      const hash = hashOf(root);
      writeStamp(root, { ...readStamp(root), [part]: undefined });
      // A process of its own: Vite sets NODE_ENV and keeps workers; neither belongs in the caller.
      const env = { ...process.env, NODE_ENV: "production", VITEST: "" };
      const code = await run(process.execPath, [thisFile, "--only", part], { cwd: root, env });
      if (code !== 0) throw new SetupError(`building ${part} failed, see the lines above`);
      writeStamp(root, { ...readStamp(root), [part]: hash });
    }
  });
}

/** A change while building leaves the stamp at the older hash, so the next start builds again. */
function hashOf(root) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesOf(join(root, source))) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const names = entries
      .map(({ name }) => name)
      .filter((name) => !/^\.|^node_modules$/.test(name));
    return names.sort().flatMap((name) => filesOf(join(path, name)));
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
}

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, "build/.stamp"), "utf8"));
  } catch {
    return {};
  }
}

function writeStamp(root, stamp) {
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(join(root, "build/.stamp"), JSON.stringify(stamp));
}

/** build/web: what the server runs and what browsers load. Remix empties this folder first. */
async function buildWeb(root) {
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  return run(process.execPath, [remix, "vite:build", "--logLevel", "warn"], { cwd: root });
}

/** A program for Node: its entry and what it imports, with packages left outside. */
async function buildNode(root, { entry, out }) {
  const { build } = await import("vite");
  const next = join(root, `${out}-next`);
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      ssr: entry,
      outDir: next,
      emptyOutDir: true,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      sourcemap: true,
      rollupOptions: { output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js" } },
    },
  });
  const current = join(root, out);
  rmSync(current, { recursive: true, force: true });
  renameSync(next, current);
  return 0;
}

/** `--only <part>` is how ensureBuilt starts one builder. */
if (process.argv[1] === thisFile) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const part = process.argv[3];
  process.exitCode = await builders[part](root);
}
