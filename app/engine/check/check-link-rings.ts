import { pointerTo } from "../json-pointer";
import type { DefinitionDocument } from "../workflow-source";
import type { Check } from "./check-context";
import { exploreConfigurations } from "./configurations";
import { problem } from "./problem";
import { buildStateGraph } from "./state-graph";

/**
 * Packages may open each other in a ring as long as each can end without going round it: one that no way leads to an
 * end of without opening the next would go on for ever (`check/endless-links`).
 */
export const checkLinkRings: Check = (document, { others }) => {
  const known = new Map([...others, [document.workflow.id, document]]);
  const ring = ringOf(document.workflow.id, known);
  if (ring === null) return [];
  const finite = thatEnd([...new Set(ring)], known);
  if (finite.has(document.workflow.id)) return [];
  const link = Object.entries(document.workflow.links ?? {}).find(
    ([, { package: next }]) => next === ring[1],
  );
  const pointer = pointerTo("/workflow/links", link?.[0] ?? "");
  return [problem("check/endless-links", pointer, { ring: ring.join(" → ") })];
};

type Known = ReadonlyMap<string, DefinitionDocument>;

/** The shortest way over links from a package back to itself; null where there is none. */
function ringOf(id: string, known: Known): string[] | null {
  const ways: string[][] = [[id]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of linkedFrom(way.at(-1) ?? id, known)) {
      if (next === id) return [...way, id];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

function linkedFrom(id: string, known: Known): string[] {
  return Object.values(known.get(id)?.workflow.links ?? {}).map((link) => link.package);
}

/** Of the packages of a ring, those from which some way leads to an end that opens none without such a way. */
function thatEnd(ring: readonly string[], known: Known): ReadonlySet<string> {
  const finite = new Set<string>();
  for (let grew = true; grew;) {
    const found = ring.filter((id) => !finite.has(id) && canEnd(id, { ring, finite, known }));
    for (const id of found) finite.add(id);
    grew = found.length > 0;
  }
  return finite;
}

function canEnd(
  id: string,
  { ring, finite, known }: { ring: readonly string[]; finite: ReadonlySet<string>; known: Known },
): boolean {
  const document = known.get(id);
  if (document === undefined) return true;
  const { machine, links = {} } = document.workflow;
  const ways = exploreConfigurations(buildStateGraph(machine));
  // A machine too large to look at is reported by itself.
  if (!ways.complete) return true;
  const blocked = (name: string | undefined): boolean => {
    const next = name === undefined ? undefined : links[name]?.package;
    return next !== undefined && ring.includes(next) && !finite.has(next);
  };
  const seen = new Set([0]);
  for (const here of seen) {
    if (ways.all[here]?.ended != null) return true;
    for (const { from, to, edge } of ways.steps) {
      const opens = edge && edge.from.source.meta?.events?.[edge.name]?.opens;
      if (from === here && !blocked(opens)) seen.add(to);
    }
  }
  return false;
}
