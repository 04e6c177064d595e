import type { RoleId } from "../../engine/person";
import { quietHoursOf } from "../../engine/steps/ladder";
import {
  previewLadders,
  type LadderPreview,
  type RungPreview,
} from "../../engine/steps/preview-ladders";
import { listOf, type Text } from "../../engine/text";
import { showClock } from "../../engine/time/quiet-hours";
import type { DeadlineUnit, Instant } from "../../engine/time/types";
import { listTold } from "../../storage/inbox";
import { momentText } from "../sweeps/moment-text";
import type { LadderRungView, LadderView, Result } from "../api";
import { openReading, type CaseParts, type Reader } from "./case-parts";
import { wholeScope, type Reading } from "./reading";
import { roleTitle } from "./view-offers";

/** Who would be told when of this matter, and who was: the preview of the engine, with today's people. */
export async function readLadders(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<LadderView[]>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { workflow, matter, now, calendar } = reading;
  if (matter.status !== "open") return { ok: true, value: [] };
  const scopeAt = (path: string) => wholeScope(reading, path);
  const ladders = previewLadders(workflow, matter, { now, calendar, scopeAt });
  const wasTold = ladders.some(({ rungs }) => rungs.some(({ is }) => is === "told"));
  const told = wasTold ? await toldByTimer(parts, caseId) : new Map<string, Told>();
  const view = { parts, reading, told };
  return {
    ok: true,
    value: ladders.map((ladder) => ({
      deadline: ladder.title,
      path: ladder.path,
      quiet: quietView(reading),
      rungs: ladder.rungs.map((rung, i) => rungView(view, { ladder, rung, i })),
    })),
  };
}

interface Told {
  names: string[];
  /** When the first of them was told. */
  at: Instant;
}

interface Viewing {
  parts: CaseParts;
  reading: Reading;
  told: ReadonlyMap<string, Told>;
}

/** Timer → who got its message. */
async function toldByTimer(parts: CaseParts, caseId: string): Promise<Map<string, Told>> {
  const messages = await listTold(parts.database, caseId);
  const timers = new Map<string, Told>();
  for (const { command, outcome } of await parts.store.history(caseId)) {
    if (command.type !== "timer") continue;
    const mine = messages.filter(({ key }) =>
      outcome.effects.some(({ id }) => key.startsWith(`${id}:`)),
    );
    const [first] = mine;
    if (first === undefined) continue;
    const names = mine.flatMap(({ user }) => parts.directory().findUser(user)?.name ?? []);
    timers.set(command.timer, { names, at: first.at });
  }
  return timers;
}

/** The quiet hours with the county's own hours filled in. */
function quietView(reading: Reading): LadderView["quiet"] {
  const quiet = quietHoursOf(reading.workflow.source.quietHours, wholeScope(reading));
  if (quiet === null) return null;
  const { from, to, restDays } = quiet;
  return { from: showClock(from), to: showClock(to), restDays };
}

function rungView(
  { parts, reading, told }: Viewing,
  { ladder, rung, i }: { ladder: LadderPreview; rung: RungPreview; i: number },
): LadderRungView {
  const { workflow, matter, now } = reading;
  const was = rung.timer === null || rung.is !== "told" ? undefined : told.get(rung.timer);
  const where = { place: matter.place.code, owner: matter.owner.id };
  const holders = (roles: readonly RoleId[]): string[] =>
    parts
      .directory()
      .holders({ roles, matter: where, now })
      .flatMap((id) => parts.directory().findUser(id)?.name ?? []);
  const groups = ladder.rungs.slice(i).map(({ tell }) => tell);
  const found = groups.findIndex((roles) => holders(roles).length > 0);
  const titles = (roles: readonly RoleId[]): Text =>
    listOf(roles.map((role) => roleTitle(workflow, role)));
  const at = was?.at ?? rung.at;
  const instead = was === undefined && found > 0 ? titles(groups[found] ?? []) : null;
  return {
    key: rung.key,
    is: rung.is === "told" && was === undefined ? "sending" : rung.is,
    stage: stageText(rung.offset, ladder.unit),
    when: at === null ? null : momentText(at),
    provisional: rung.provisional,
    night: rung.keptFrom === null ? null : nightText(rung.keptFrom),
    isUrgent: rung.isUrgent,
    roles: titles(rung.tell),
    names: was?.names ?? (found < 0 ? [] : holders(groups[found] ?? [])),
    instead,
    handOver: rung.handOver === null ? null : roleTitle(workflow, rung.handOver),
  };
}

const UNITS: Record<DeadlineUnit, { zh: string; en: string }> = {
  workday: { zh: "个工作日", en: "working days" },
  day: { zh: "天", en: "days" },
  hour: { zh: "小时", en: "hours" },
  month: { zh: "个月", en: "months" },
};

/** 提前 1 个工作日, 到期当天, 超期 2 个工作日. */
function stageText(offset: number | null, unit: DeadlineUnit): Text {
  const { zh, en } = UNITS[unit];
  if (offset === null || offset === 0)
    return unit === "hour" ? { zh: "到期时", en: "When due" } : { zh: "到期当天", en: "Last day" };
  const count = Math.abs(offset);
  return offset < 0
    ? { zh: `提前 ${count} ${zh}`, en: `${count} ${en} before` }
    : { zh: `超期 ${count} ${zh}`, en: `${count} ${en} overdue` };
}

function nightText(from: Instant): Text {
  const { zh, en } = momentText(from);
  return {
    zh: `本来是${zh}，这时不打扰，等到可以通知时再发。`,
    en: `Would be ${en ?? zh}, in the quiet hours: kept until they end.`,
  };
}
