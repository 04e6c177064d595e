import type { Text } from "../text";

/** A role as people read it; `decides` is false for those who may never decide alone (辅警). */
export interface Role {
  title: Text;
  decides: boolean;
}

/** `schemas/common/roles.json`: every role id that packages may name. */
export type Roles = Readonly<Record<string, Role>>;
