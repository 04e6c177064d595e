import type { JsonObject } from "../json";
import type { RoleId } from "../person";
import type { Text } from "../text";

/** Tells somebody, or everybody with a role. What people wrote is not in it: it stands on the matter's page. */
export function told(
  to: string | readonly RoleId[],
  { zh, en = zh }: Text,
): { action: string; params: JsonObject } {
  const whom: JsonObject = typeof to === "string" ? { user: to } : { roles: [...to] };
  return {
    action: "core.notify",
    params: { to: whom, text: { zh: `{{case.number}} ${zh}。`, en: `{{case.number}}: ${en}.` } },
  };
}
