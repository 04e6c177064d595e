import { isDay, type Json, type JsonObject, type PluginJob } from "../../app/engine/plugin/api";
import { groups, readRoster, type Roster } from "./roster";
import { isGroup } from "./settings";
import { writeShift } from "./shifts";
import { RELAXABLE, type Demand, type DemandKind } from "./solve/demand";
import { proposeRoster, type Proposal } from "./solve/propose-roster";

/** Seconds for the search, and as many again for saying why there is no roster. */
const SECONDS = 30;
/** So many demands of a clash are said; more nobody reads. */
const MOST_SAID = 30;

const closed = (properties: JsonObject): JsonObject => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/**
 * Proposes a roster that meets every demand (HiGHS), or says which demands clash. `roster` is the fact `toPlan`;
 * `way` is `plan` or `mend`; days before `from` stay; `given` are kinds of demands that are given up for once.
 */
export const propose: PluginJob = {
  name: "propose",
  title: { zh: "排一版", en: "Propose a roster" },
  params: closed({
    roster: { type: "array", maxItems: 1 },
    way: { type: "string", maxLength: 10 },
    from: { type: "string", maxLength: 10 },
    given: { type: "array", maxItems: 20, items: { type: "string", maxLength: 20 } },
  }),
  async run({ params, solve, progress }) {
    const [scope] = groups(params["roster"]);
    const roster =
      scope && readRoster({ data: scope["data"] ?? {}, params: scope["params"] ?? {} });
    if (roster === undefined) throw new Error("there is no roster to plan");
    const way = params["way"] === "mend" ? "mend" : "plan";
    const from = firstFree(roster, params["from"]);
    const given = givenUp(params["given"]);
    const proposal = await proposeRoster(roster, {
      ...{ ask: { way, from }, given, solve, seconds: SECONDS, progress },
    });
    const asked = { way, from: roster.days[from] ?? "", given: [...given] };
    return { ...asked, ...resultOf(proposal, roster) };
  },
};

/** The number of the first day that may change; a day before the roster frees all of it. */
function firstFree(roster: Roster, from: Json | undefined): number {
  if (!isDay(from)) return 0;
  const index = roster.days.findIndex((day) => day >= from);
  return index < 0 ? roster.days.length : index;
}

function givenUp(value: Json | undefined): Set<DemandKind> {
  const named = new Set((Array.isArray(value) ? value : []).map(String));
  return new Set([...RELAXABLE].filter((kind) => named.has(kind)));
}

function resultOf(proposal: Proposal, asked: Roster): JsonObject {
  if (proposal.found) {
    // What stood there goes with it: what is changed by hand meanwhile is not put back.
    const rows = proposal.roster.rows.map(({ id, shifts }, at) => ({
      ...{ id, shifts: shifts.map(writeShift).join(" ") },
      was: (asked.rows[at]?.shifts ?? []).map(writeShift).join(" "),
    }));
    const { best, gap } = proposal;
    return { outcome: "found", best, gap: Math.round(gap * 1000) / 1000, rows, clash: [] };
  }
  const { clash } = proposal;
  const outcome = clash === null ? "late" : "clash";
  const said = (clash?.demands ?? []).slice(0, MOST_SAID).map(saidOf);
  return { outcome, best: clash?.irreducible ?? false, gap: 0, rows: [], clash: said };
}

function saidOf({ kind, text: said }: Demand): JsonObject {
  return { kind, zh: said.zh, en: said.en ?? said.zh };
}

/** What a proposal is made from: the roster as it stands, and the parameters. One item, as facts know lists. */
export function toPlan(roster: Roster, scope: { readonly [part: string]: Json }): Json {
  const data = isGroup(scope["data"]) ? scope["data"] : {};
  const rows = groups(data["rows"]).map((row, index) => {
    const now = roster.rows[index];
    return now === undefined ? row : { ...row, shifts: now.shifts.map(writeShift).join(" ") };
  });
  const { from, days, villages, openHours } = data;
  const kept = { from, days, villages, openHours };
  const known = Object.entries(kept).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const params = isGroup(scope["params"]) ? scope["params"] : {};
  return [{ data: { ...Object.fromEntries(known), rows }, params }];
}
