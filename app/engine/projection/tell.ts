import type { Case } from "../case";
import { applyWrites } from "../form/write-form";
import type { JsonObject } from "../json";
import { crossing } from "../steps/crossing";
import type { RuleScope } from "../rules/types";
import type { Scope } from "../scope";
import type { Instant } from "../time/types";
import type { Workflow } from "../workflow";

/** What the runtime hands to a child: `params` of the effect `tell:<link>.<name>`. */
export interface Told {
  child: string;
  data: JsonObject;
  /** When it happened: the child's clocks count from it, however late it hears of it. */
  at: Instant;
}

/** `tell:candidate.noticeOver` → link and name; undefined for every other action. */
export function parseTell(action: string): { link: string; name: string } | undefined {
  const [, link, name] = /^tell:([^.]+)\.(.+)$/.exec(action) ?? [];
  return link === undefined || name === undefined ? undefined : { link, name };
}

/** One message for each child that is still open and that the tell is for. */
export function tellChildren(
  workflow: Workflow,
  tell: { link: string; name: string },
  matter: { links: Case["links"]; scope: Scope; at: Instant },
): Told[] {
  const source = workflow.source.links?.[tell.link]?.tells?.[tell.name];
  const where = workflow.tells.get(`${tell.link}.${tell.name}`);
  const data = applyWrites({}, crossing(source?.export ?? {}, matter.scope));
  return (matter.links[tell.link] ?? [])
    .filter(({ end }) => end === null)
    .filter((child) => where === undefined || where.judge(asScope(child)).truth === true)
    .map(({ id }) => ({ child: id, data, at: matter.at }));
}

/** Names in `where` start from the child, as inside `filter`. */
function asScope(child: Case["links"][string][number]): RuleScope {
  return { ...child };
}
