import type { ImportKind } from "./import-kind";
import { peopleImport } from "./kinds/people";
import { unitsImport } from "./kinds/units";

/** Everything that can be imported, in the order in which an installation is filled. */
export const IMPORT_KINDS: readonly ImportKind[] = [unitsImport, peopleImport];
