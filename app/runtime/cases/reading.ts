import type { Case } from "../../engine/case";
import type { JsonObject } from "../../engine/json";
import { NOBODY, type People } from "../../engine/people";
import type { Assignment, Person } from "../../engine/person";
import { templateContext } from "../../engine/projection/context";
import { fillText } from "../../engine/projection/template";
import { visibleData, type ReaderRoles } from "../../engine/projection/visibility";
import { buildScope, type Scope } from "../../engine/scope";
import type { Language, Text } from "../../engine/text";
import type { Calendar, Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { itemNames, type ItemNames } from "./item-names";
import type { AnswerReader } from "./view-answers";

/** One matter before one reader: what every view of it is drawn from. */
export interface Reading {
  workflow: Workflow;
  matter: Case;
  person: Person;
  roles: ReaderRoles;
  held: readonly Assignment[];
  language: Language;
  now: Instant;
  calendar: Calendar;
  /** The matter's data without what the reader may not see. */
  data: JsonObject;
  /** Who could act on it, and for whom; nobody where that is not asked. */
  people: People;
  /** What people call the items of its lists. */
  names: ItemNames;
  answers: AnswerReader;
}

/** Puts a reading together. Pure. */
export function makeReading(
  ask: Omit<Reading, "calendar" | "data" | "names" | "answers" | "people"> &
    Partial<Pick<Reading, "people">> &
    Pick<AnswerReader, "placeName">,
): Reading {
  const { workflow, matter, roles, language, now, placeName } = ask;
  const data = visibleData(workflow, matter.data, roles);
  const names = itemNames(workflow, scopeOver(ask, data), language);
  return {
    ...ask,
    people: ask.people ?? NOBODY,
    calendar: calendarOf(workflow),
    data,
    names,
    answers: {
      workflow,
      language,
      roles,
      today: dayOf(now),
      names,
      ...(placeName && { placeName }),
    },
  };
}

/** The scope over everything: for decisions, never for showing. */
export function wholeScope(reading: Reading, path?: string): Scope {
  return scopeOver(reading, reading.matter.data, path);
}

/** The scope over what the reader may see: for texts, prefilled fields and papers. */
export function visibleScope(reading: Reading, path?: string): Scope {
  return scopeOver(reading, reading.data, path);
}

/** What the matter is called. A package puts nothing into it that a list may not show. */
export function matterTitle(reading: Reading): Text {
  const { workflow } = reading;
  return fillText(workflow.source.caseTitle, templateContext(workflow, wholeScope(reading), "—"));
}

function scopeOver(
  reading: Pick<Reading, "workflow" | "matter" | "person" | "held" | "now">,
  data: JsonObject,
  path?: string,
): Scope {
  const { workflow, matter, person, held, now } = reading;
  const [first] = held;
  return buildScope({
    workflow,
    matter,
    data,
    user: {
      id: person.id,
      name: person.name,
      role: first?.role ?? null,
      unit: first?.unit.id ?? null,
    },
    at: now,
    now,
    ...(path === undefined ? {} : { path }),
  });
}
