import type { PluginDisplay } from "../plugin/api";
import { WITHHELD } from "./register";

/** Names joined by 、 covered one by one, as on the books; not told at all where the display is missing. */
export function maskNames(displays: ReadonlyMap<string, PluginDisplay>, cell: string): string {
  const display = displays.get("core.mask");
  if (cell === WITHHELD || cell === "—") return cell;
  if (display === undefined) return WITHHELD;
  const names = cell.split("、");
  return names.map((name) => display.show(name, "zh", { today: "" })).join("、");
}
