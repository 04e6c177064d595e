import process from "node:process";
import { openPlatform, type Platform } from "../../runtime/open-platform";
import { readSettings } from "../../runtime/settings";
import { reportFault, type Terminal } from "./report";

/**
 * Runs a command that writes: settings read, data folder locked, database open, all closed again.
 * Gives the work's exit code; what stops it is printed, `runtime/locked` while the server runs.
 */
export async function withPlatform(
  { terminal, holder }: { terminal: Terminal; holder: string },
  work: (platform: Platform) => Promise<number>,
): Promise<number> {
  try {
    const platform = await openPlatform({ settings: readSettings(terminal.env), holder });
    try {
      return await work(platform);
    } finally {
      await platform.close();
    }
  } catch (fault) {
    return reportFault(terminal, fault);
  }
}

/** Files that a command makes, the database included, are for this user's eyes only. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}
