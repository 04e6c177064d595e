import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { own, type JsonObject } from "../../engine/json";
import { offersFor, type Offer } from "../../engine/offer";
import { addDays } from "../../engine/time/zone";
import { findLinks } from "../../storage/case-briefs";
import { listUnitMatters } from "../../storage/unit-matters";
import type {
  AnswerRequestInput,
  RequestStep,
  Result,
  Session,
  ShiftRequest,
  StepAnswer,
} from "../api";
import type { CaseParts } from "../cases/case-parts";
import { namedLeaves } from "../cases/view-phases";
import { leaveKindsOf } from "./ask-leave";
import { broughtOf, readAsked } from "./asked-change";
import type { EditParts } from "./edit-roster";
import { readingOf, ROSTER_PACKAGE, stationsOf, type RosterReading } from "./find-rosters";
import { text } from "./roster-facts";

/** What is asked for from a roster: the link's name is also that of what was asked. */
const KINDS: Readonly<Record<string, ShiftRequest["kind"]>> = {
  "duty-rotation.swap": "swap",
  "duty-rotation.leave": "leave",
};
/** Steps by which a request is answered, and whether a sentence goes with them; others are the package's forms. */
const STEPS: Readonly<Record<string, RequestStep["why"]>> = {
  ...{ agree: "none", decline: "must", approve: "may", approveLate: "must", refuse: "must" },
  giveUp: "none",
};
/** Who may know why somebody is away: themselves, and who decides. */
const KNOW_KIND: ReadonlySet<ShiftRequest["part"]> = new Set(["mine", "decide"]);
const MOST_ROSTERS = 12;

/** A request with the roster that it was asked from. */
interface Opened {
  matter: Case;
  roster: Case;
}

/** What waits: everything that was asked from one roster, or whatever concerns the reader at their stations. */
export async function readRequests(
  parts: CaseParts,
  session: Session,
  rosterId?: string,
): Promise<ShiftRequest[]> {
  const stations = stationsOf(parts.directory(), session.person, parts.now());
  const found: ShiftRequest[] = [];
  for (const station of stations) {
    for (const opened of await openRequests(parts, station.id)) {
      if (rosterId !== undefined && opened.roster.id !== rosterId) continue;
      const request = await requestView(parts, session, opened);
      if (rosterId !== undefined || request.part !== "seen") found.push(request);
    }
  }
  return found;
}

/** The exchanges and leaves of a station that nobody has answered to the end. */
async function openRequests(parts: CaseParts, station: string): Promise<Opened[]> {
  const rosters = await listUnitMatters(parts.database, {
    ...{ package: ROSTER_PACKAGE, owner: station, status: "open", limit: MOST_ROSTERS },
  });
  const read = async (ids: string[]) =>
    (await parts.store.read({ cases: ids, commands: [], sequences: [] })).cases;
  const known = [...(await read(rosters)).values()];
  const asked = known.flatMap((roster) =>
    ["swap", "leave"].flatMap((link) =>
      (roster.links[link] ?? [])
        .filter(({ end }) => end === null)
        .map(({ id }) => ({ id, roster })),
    ),
  );
  const matters = await read(asked.map(({ id }) => id));
  return asked.flatMap(({ id, roster }) => {
    const matter = matters.get(id);
    return matter?.status === "open" ? [{ matter, roster }] : [];
  });
}

/** One request with its roster. Refuses `case/not-found` for what is none, or none of a station of theirs. */
async function openRequest(
  parts: CaseParts,
  { person }: Session,
  caseId: string,
): Promise<Result<Opened>> {
  const [parent] = await findLinks(parts.database, caseId);
  const ids = parent?.side === "parent" ? [caseId, parent.caseId] : [];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const [matter, roster] = ids.map((id) => cases.get(id));
  const isTheirs = stationsOf(parts.directory(), person, parts.now()).some(
    ({ id }) => id === matter?.owner.id,
  );
  return matter && roster && isTheirs && KINDS[matter.workflow] !== undefined
    ? { ok: true, value: { matter, roster } }
    : { ok: false, refusal: refuse("case/not-found") };
}

/** Refuses `case/not-found`. */
export async function readRequest(
  parts: CaseParts,
  session: Session,
  caseId: string,
): Promise<Result<ShiftRequest>> {
  const opened = await openRequest(parts, session, caseId);
  return opened.ok ? { ok: true, value: await requestView(parts, session, opened.value) } : opened;
}

async function requestView(
  parts: CaseParts,
  { person }: Session,
  { matter, roster }: Opened,
): Promise<ShiftRequest> {
  const workflow = await parts.definitions.get(matter.hash);
  const now = parts.now();
  const reading = await readingOf(parts, roster);
  const kind = KINDS[matter.workflow] ?? "swap";
  const offers = offersFor({ workflow, matter, person, now }).filter(({ mine }) => mine);
  const open = offers.filter(({ refusal, event }) => refusal === undefined && event in STEPS);
  const names = namesOf(kind, matter.data);
  const part = partOf(open, { ...names, name: person.name });
  // Who may approve in the usual way need not say why it was so late.
  const usual = open.some(({ event }) => event === "approve");
  const steps = open
    .filter(({ event }) => (event === "giveUp" ? part === "mine" : true))
    .filter(({ event }) => !(usual && event === "approveLate"))
    .map(({ event, meta }) => ({ event, label: meta.label, why: STEPS[event] ?? "none" }));
  const refused = offers.find(({ event, refusal }) => event === "approve" && refusal !== undefined);
  const [leaf] = namedLeaves(workflow, matter);
  const leaveKind = leaveKindsOf(reading.workflow).find(
    ({ value }) => value === matter.data["kind"],
  );
  return {
    ...{ caseId: matter.id, seq: matter.seq, rosterId: roster.id, number: matter.number, kind },
    ...{ part, state: leaf?.title ?? workflow.source.title, ...names, steps },
    reader: person.name,
    shifts: shiftsOf(kind, matter.data),
    leaveKind: KNOW_KIND.has(part) ? (leaveKind?.label ?? null) : null,
    // Why somebody asks is for whom they ask and who decides.
    reason: part === "seen" ? "" : text(own(matter.data, "reason")),
    ...judged(reading, { kind, matter, now }),
    refusal: part === "decide" && !usual ? (refused?.refusal?.message ?? null) : null,
    kinds: reading.facts.kinds,
  };
}

function namesOf(kind: ShiftRequest["kind"], data: JsonObject): { asker: string; other: string } {
  const [asker, other] = kind === "swap" ? ["asker", "other"] : ["who", "substitute"];
  return { asker: text(own(data, asker)), other: text(own(data, other)) };
}

function partOf(
  open: readonly Offer[],
  { asker, other, name }: { asker: string; other: string; name: string },
): ShiftRequest["part"] {
  const may = (event: string): boolean => open.some((offer) => offer.event === event);
  if (may("agree")) return "answer";
  if (asker === name) return "mine";
  if (may("approve") || may("approveLate") || may("refuse")) return "decide";
  return other === name ? "told" : "seen";
}

function shiftsOf(kind: ShiftRequest["kind"], data: JsonObject): ShiftRequest["shifts"] {
  const at = (key: string): string => text(own(data, key));
  if (kind === "swap") {
    return [
      { name: at("asker"), day: at("askerDay"), stored: at("askerShift") },
      { name: at("other"), day: at("otherDay"), stored: at("otherShift") },
    ];
  }
  const stored = at("shifts").split(" ");
  return stored.map((shift, index) => ({
    ...{ name: at("who"), day: addDays(at("fromDay"), index), stored: shift },
  }));
}

/** How a request stands to the roster as it is now. */
function judged(
  { workflow, matter: roster }: RosterReading,
  { kind, matter, now }: { kind: ShiftRequest["kind"]; matter: Case; now: number },
): Pick<ShiftRequest, "conflicts" | "isStale"> {
  const asked = kind === "swap" ? { swap: matter.data } : { leave: matter.data };
  const change = readAsked({ workflow, matter: roster, now }, asked);
  return {
    conflicts: broughtOf(change.fact(`${kind}Brings`)),
    isStale: change.fact(`${kind}AsWritten`) !== true,
  };
}

/** Answers a request, as one step of its matter. */
export async function answerRequest(
  parts: EditParts,
  session: Session,
  { caseId, commandId, seq, event, why }: AnswerRequestInput,
): Promise<Result<StepAnswer>> {
  const opened = await openRequest(parts, session, caseId);
  if (!opened.ok) return opened;
  const said = why.trim();
  const note = event === "approve" ? "note" : "why";
  const asks = STEPS[event] === "must" || STEPS[event] === "may";
  return parts.service.event(session.person, {
    ...{ caseId, commandId, event, expectedSeq: seq },
    form: event === "agree" ? { way: "self" } : asks && said !== "" ? { [note]: said } : {},
  });
}
