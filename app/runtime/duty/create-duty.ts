import type { JsonObject } from "../../engine/json";
import { say } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { DutyApi, Session } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { readStartForm } from "../cases/read-forms";
import { LOG_PACKAGE, readDayLog } from "./day-log";
import { readDutyDesk } from "./duty-desk";
import { beginRoster, setShifts, type EditParts } from "./edit-roster";
import { readRoster } from "./roster-view";
import { hasDay, hasRoster, readToday } from "./today";
import { readBoard, turnCard } from "./whereabouts";

/** Where people are and what is theirs today, over the matters of an installation. */
export function createDuty(parts: CaseParts, service: EditParts["service"]): DutyApi {
  const editing = { ...parts, service };
  return {
    whereabouts: (unit) => readBoard(parts, unit),
    setWhereabouts: (session, input) => turnCard(parts, session.person, input),
    hasDay: ({ person }) => hasDay(person, parts.now()),
    hasRoster: ({ person }) => hasRoster(person, parts.now()),
    dutyDesk: (session) => readDutyDesk(parts, session),
    roster: (session, caseId) => readRoster(parts, session, caseId),
    setShifts: (session, input) => setShifts(editing, session, input),
    beginRoster: (session, input) => beginRoster(editing, session, input),
    myDay: (session) => readToday(parts, session),

    async logForm(session, language) {
      const form = await readStartForm(parts, session, { package: LOG_PACKAGE, language });
      if (!form.ok) return form;
      const entries = await draftEntries(parts, session);
      const formData = { ...form.value.formData, ...(entries.length === 0 ? {} : { entries }) };
      return { ok: true, value: { ...form.value, formData } };
    },
  };
}

/** The day's steps as lines of the log's form. */
async function draftEntries(parts: CaseParts, session: Session): Promise<JsonObject[]> {
  const { lines } = await readDayLog(parts, session.person, dayOf(parts.now()));
  return lines.map(({ time, kind, village, text, number }) => ({
    time,
    kind,
    ...(village === "" ? {} : { village }),
    text: say(text, "zh"),
    ...(number === null ? {} : { number }),
  }));
}
