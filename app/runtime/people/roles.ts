import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RoleId } from "../../engine/person";
import type { Text } from "../../engine/text";
import { projectRoot } from "../project-root";

/** A role (角色) that packages may name. */
export interface Role {
  title: Text;
  /** Whether somebody in it may decide, or only record and propose. */
  decides: boolean;
}

/** The roles of `schemas/common/roles.json`, by id. */
export function readRoles(): ReadonlyMap<RoleId, Role> {
  const file = join(projectRoot, "schemas/common/roles.json");
  const roles: Record<RoleId, Role> = JSON.parse(readFileSync(file, "utf8"));
  return new Map(Object.entries(roles));
}
