import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { isObject, type JsonObject } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import { offersFor } from "../../engine/offer";
import type { Text } from "../../engine/text";
import { isDay, showDay } from "../../engine/time/zone";
import { findNumbered } from "../../storage/numbered-matters";
import type { HandoverRow, HandoverView, Result } from "../api";
import { accessTo } from "../cases/access";
import { openReading, type CaseParts, type Reader } from "../cases/case-parts";
import { makeReading, matterTitle, type Reading } from "../cases/reading";
import { assigneesOf, soonestChip } from "../cases/read-worklist";
import { chiefAt, handoverKind, namesOn } from "./handover-people";

/** The states, events and fields of the two kinds of hand-over, as the page reads them. */
const PAGES = {
  "staff-move": {
    ...{ paper: "handoverList", listed: ["signing", "ready", "left"], done: "left" },
    ...{ after: ["ready", "left"], giverSigned: "leaverSigned", takerSigned: "replacementSigned" },
    ...{ giverOn: "leaverSignedOn", takerOn: "replacementSignedOn" },
  },
  "staff-move.handover": {
    ...{ paper: "coverList", listed: ["signing", "handed", "returned"], done: "returned" },
    ...{ after: ["handed", "returned"], giverSigned: "giverSigned", takerSigned: "takerSigned" },
    ...{ giverOn: "giverSignedOn", takerOn: "takerSignedOn" },
  },
} as const;

/** A list of what is handed over, as it was frozen, beside where each matter is now. */
export async function readHandover(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<HandoverView>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { matter } = reading;
  const kind = handoverKind(matter.workflow);
  if (kind === undefined) return { ok: false, refusal: refuse("handover/nothing") };
  const page = PAGES[kind];
  const names = namesOn(matter);
  const leaves = leavesOf(matter.state).flatMap((leaf) => leaf.split("."));
  const isAfter = page.after.some((state) => leaves.includes(state));
  const signedOn = (state: string, field: string): Text | null => {
    const day = matter.data[field];
    const isSigned = isAfter || leaves.includes(state);
    return isSigned && typeof day === "string" && isDay(day)
      ? { zh: showDay(day, "zh"), en: showDay(day, "en") }
      : null;
  };
  const signatures = {
    giver: signedOn(page.giverSigned, page.giverOn),
    taker: signedOn(page.takerSigned, page.takerOn),
  };
  const rows = await readRows(parts, reading, { ...names, isAfter });
  const next = offersFor(reading).find((offer) => offer.mine && offer.refusal === undefined);
  const isListed = page.listed.some((state) => leaves.includes(state));
  return {
    ok: true,
    value: {
      ...{ caseId, number: matter.number, rows, signatures },
      ...{ giver: names.giver, taker: names.taker },
      state: stateOf(reading),
      isOver: matter.status !== "open",
      takerCount: rows.filter(({ toName }) => toName === names.taker).length,
      checks: checksOf(matter, { names, rows, signatures, isListed }),
      next: next === undefined ? null : { event: next.event, label: next.meta.label },
      paper: isListed ? page.paper : null,
    },
  };
}

function stateOf({ workflow, matter }: Reading): Text {
  const [path = ""] = leavesOf(matter.state).flatMap((leaf) => leaf.split(".").slice(0, 1));
  return workflow.machine.states.get(path)?.meta?.title ?? workflow.source.title;
}

async function readRows(
  parts: CaseParts,
  { matter, person, roles: own, held, now, language }: Reading,
  names: { giver: string; taker: string; isAfter: boolean },
): Promise<HandoverRow[]> {
  const written = matter.data["matters"];
  const lines = (Array.isArray(written) ? written : []).filter(isObject);
  const numbers = [...new Set(lines.map((line) => textOf(line, "number")))];
  const known = await findNumbered(parts.database, { county: matter.id.slice(0, 6), numbers });
  const ids = known.map(({ id }) => id);
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const rows: HandoverRow[] = [];
  const asRead = { person, roles: own, held, now, language };
  for (const line of lines) {
    const number = textOf(line, "number");
    const one = cases.get(known.find((found) => found.number === number)?.id ?? "");
    const workflow = one && (await parts.definitions.get(one.hash));
    const roles = parts.definitions.roles;
    const mayRead =
      one !== undefined && accessTo({ person, matter: one, roles, now }).to === "read";
    const tasks = [...(one?.tasks ?? [])].sort((a, b) => (a.dueAt ?? 9e15) - (b.dueAt ?? 9e15));
    const withNames = assigneesOf(parts, tasks);
    const recused = line["recused"] === "yes";
    rows.push({
      // Before both have signed everything is where it was.
      withNames: names.isAfter ? withNames : [],
      ...{ number, recused, stays: line["stays"] === "yes" },
      ...{ kind: textOf(line, "kind"), place: textOf(line, "place"), what: textOf(line, "what") },
      caseId: mayRead ? (one?.id ?? null) : null,
      title:
        mayRead && one && workflow
          ? matterTitle(makeReading({ workflow, matter: one, ...asRead }))
          : null,
      due:
        one === undefined || workflow === undefined || one.status !== "open"
          ? null
          : soonestChip(workflow, tasks, { now, paused: one.paused !== null }),
      toName: receiverName(parts, { line, matter, names, now }),
      isTaken: one?.status !== "open" || !withNames.includes(names.giver),
    });
  }
  return rows;
}

function receiverName(
  parts: CaseParts,
  ask: { line: JsonObject; matter: Case; names: { taker: string }; now: number },
): string {
  const { line, matter, names, now } = ask;
  const to = line["to"];
  if (to === "other") return "别的民警";
  if (to !== "chief") return names.taker;
  const where = { place: matter.place.code, owner: matter.owner.id, now };
  return chiefAt(parts.directory(), where)?.name ?? "所长";
}

function checksOf(
  matter: Case,
  of: {
    names: { giver: string; taker: string };
    rows: readonly HandoverRow[];
    signatures: HandoverView["signatures"];
    isListed: boolean;
  },
): HandoverView["checks"] {
  const { names, rows, signatures, isListed } = of;
  const arrived = matter.data["arrivedOn"];
  const count = rows.length;
  const open = rows.filter(({ isTaken }) => !isTaken).length;
  const arrival =
    matter.workflow === "staff-move"
      ? [
          {
            done: typeof arrived === "string",
            text: {
              zh: `${names.taker || "接替人"}到岗`,
              en: `${names.taker || "The replacement"} has arrived`,
            },
          },
        ]
      : [];
  return [
    ...arrival,
    { done: isListed, text: { zh: `清单列好，${count} 件`, en: `Listed: ${count}` } },
    {
      done: signatures.giver !== null && signatures.taker !== null,
      text: { zh: "双方都签了", en: "Both have signed" },
    },
    {
      done: isListed && open === 0,
      text:
        open === 0
          ? { zh: `${count} 件都有人接了`, en: "Every matter has somebody" }
          : { zh: `还有 ${open} 件在${names.giver}手里`, en: `${open} still with ${names.giver}` },
    },
  ];
}

function textOf(line: JsonObject, key: string): string {
  const value = line[key];
  return typeof value === "string" ? value : "";
}
