import { redirect } from "@remix-run/node";

const longest = 512;

/** A path of this site, or `otherwise` where the given one could lead elsewhere (`//evil`, `/\evil`, a URL). */
export function safePath(path: unknown, otherwise = "/"): string {
  if (typeof path !== "string" || path.length > longest) return otherwise;
  // A browser drops tabs and line breaks from an address and reads `\` as `/`.
  if (!path.startsWith("/") || /^\/[/\\]|[\p{Cc}\\]/u.test(path)) return otherwise;
  return path;
}

/** A redirect that cannot leave this site; use it for every target that came with a request. */
export function safeRedirect(
  path: unknown,
  init: { otherwise?: string; headers?: HeadersInit } = {},
) {
  return redirect(safePath(path, init.otherwise), { headers: init.headers });
}
