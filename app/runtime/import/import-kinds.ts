import type { LoadedPackage } from "../load-packages";
import type { ImportKind } from "./import-kind";
import { peopleImport } from "./kinds/people";
import { registerImports } from "./kinds/register";
import { unitsImport } from "./kinds/units";
import { villagesImport } from "./kinds/villages";

/** Everything that can be imported, in the order in which an installation is filled. */
export function importKinds(packages: readonly LoadedPackage[]): ImportKind[] {
  return [unitsImport, villagesImport, peopleImport, ...registerImports(packages)];
}
