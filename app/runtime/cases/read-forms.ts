import { refuse } from "../../engine/errors";
import { findEventForm } from "../../engine/form/event-form";
import type { JsonObject } from "../../engine/json";
import { offersFor } from "../../engine/offer";
import { assignmentsFor } from "../../engine/person";
import { buildScope } from "../../engine/scope";
import { refuseRole } from "../../engine/steps/authorise";
import { findOffered } from "../../engine/steps/event-step";
import type { Language } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { EventMeta } from "../../engine/workflow-source";
import type { EventInput, Result, StartInput, StartOption, StepForm, SummaryRow } from "../api";
import type { Place, PlaceKind } from "../people/directory";
import { nextChoice } from "../operations/next-choice";
import { noteRead, openReading, type CaseParts, type Reader } from "./case-parts";
import { uuidv7 } from "./new-id";
import { matterTitle, visibleScope } from "./reading";
import type { AnswerReader } from "./view-answers";
import { placeNames } from "./village-choices";
import { stateChip } from "./view-due";
import { stepForm } from "./view-form";
import { eventMeta, formRows } from "./view-history";

/** What a person can begin, by the packages as their own villages use them. */
export async function readStartable(parts: CaseParts, reader: Reader): Promise<StartOption[]> {
  const options: StartOption[] = [];
  for (const id of parts.definitions.packages) {
    const found = await findStart(parts, reader, id);
    if (!found.ok) continue;
    const { id: name, source } = found.value.workflow;
    options.push({
      package: name,
      title: source.title,
      ...(source.description === undefined ? {} : { description: source.description }),
      label: source.start.label,
    });
  }
  return options;
}

/** The form that opens a matter. Refuses `runtime/unknown-package`, `case/linked-only`, `case/not-your-step`. */
export async function readStartForm(
  parts: CaseParts,
  reader: Reader,
  ask: { package: string; language: Language },
): Promise<Result<StepForm>> {
  const found = await findStart(parts, reader, ask.package);
  if (!found.ok) return found;
  const { workflow, places } = found.value;
  const now = parts.now();
  const [place] = places;
  return {
    ok: true,
    value: stepForm({
      workflow,
      event: "start",
      meta: workflow.source.start,
      caseId: null,
      matter: null,
      expectedSeq: 0,
      commandId: uuidv7(now),
      places,
      villages: parts.directory().placesOf(reader.person, now),
      due: null,
      scope: emptyScope({ workflow, reader, now, place }),
      names: new Map(),
      language: ask.language,
    }),
  };
}

/** The form of an event of the matter's present state. Refuses what `send` would refuse before the form. */
export async function readStepForm(
  parts: CaseParts,
  reader: Reader,
  ask: { caseId: string; event: string; language: Language },
): Promise<Result<StepForm>> {
  const opened = await openReading(parts, { reader, ...ask });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { workflow, matter, roles, names } = reading;
  const offered = findOffered(reading, ask.event);
  if (!offered.ok) return offered;
  const { path, meta } = offered.value;
  if (!meta.roles.some((role) => roles.has(role))) {
    return { ok: false, refusal: refuseRole(meta.roles, workflow.roles) };
  }
  // No answer could change it: the page says why, and asks nothing.
  const offer = offersFor(reading).find(({ event }) => event === ask.event);
  if (offer?.refusal !== undefined) return { ok: false, refusal: offer.refusal };
  const next = await nextChoice(parts, reading, offer?.next);
  await noteRead(parts, { reader, act: "form.read", caseId: matter.id, what: ask.event });
  return {
    ok: true,
    value: {
      ...(next === undefined ? {} : { next }),
      ...stepForm({
        workflow,
        event: ask.event,
        meta,
        caseId: matter.id,
        matter: { number: matter.number, title: matterTitle(reading) },
        expectedSeq: matter.seq,
        commandId: uuidv7(reading.now),
        places: [],
        villages: parts.directory().placesOf(reader.person, reading.now),
        due: stateChip(reading, path),
        scope: visibleScope(reading, path),
        names,
        language: ask.language,
      }),
    },
  };
}

/** How a form reads once more before it is sent. Refuses `form/invalid` with every field at fault. */
export async function readPreview(
  parts: CaseParts,
  reader: Reader,
  input: StartInput | EventInput,
): Promise<Result<SummaryRow[]>> {
  const now = parts.now();
  const found = await ("caseId" in input
    ? findSentForm(parts, reader, input)
    : findStartForm(parts, input, now));
  if (!found.ok) return found;
  const { workflow, meta, names } = found.value;
  const form = findEventForm(workflow, meta);
  if (form === undefined) return { ok: true, value: [] };
  const accepted = form.accept(input.form);
  if (!accepted.ok) return accepted;
  const answers: AnswerReader = {
    workflow,
    language: reader.preferences.language,
    roles: null,
    today: dayOf(now),
    names,
    placeName: placeNames(parts.directory()),
  };
  const rows = formRows({ workflow, meta, entered: input.form, answers });
  return { ok: true, value: rows };
}

interface FormFound {
  workflow: Workflow;
  meta: EventMeta;
  names: ReadonlyMap<string, string>;
}

async function findSentForm(
  parts: CaseParts,
  reader: Reader,
  input: EventInput,
): Promise<Result<FormFound>> {
  const opened = await openReading(parts, { reader, caseId: input.caseId });
  if (!opened.ok) return opened;
  const { workflow, names } = opened.value;
  const meta = eventMeta(workflow, input.event);
  if (meta === undefined) {
    return { ok: false, refusal: refuse("case/unknown-event", { event: input.event }) };
  }
  return { ok: true, value: { workflow, meta, names } };
}

async function findStartForm(
  parts: CaseParts,
  input: StartInput,
  now: Instant,
): Promise<Result<FormFound>> {
  const day = dayOf(now);
  const resolved = await parts.definitions.resolve({ ...input, day });
  if (!resolved.ok) return resolved;
  const workflow = resolved.value;
  return { ok: true, value: { workflow, meta: workflow.source.start, names: new Map() } };
}

/** The definition that the person's first village uses, and all places where they may begin one. */
async function findStart(
  parts: CaseParts,
  reader: Reader,
  packageId: string,
): Promise<Result<{ workflow: Workflow; places: Place[] }>> {
  const now = parts.now();
  const day = dayOf(now);
  const { models } = parts.definitions;
  const startsAt = (place: string) => models.startsAt({ package: packageId, place, day });
  const placesOf = (kind?: PlaceKind) => parts.directory().placesOf(reader.person, now, kind);
  const villages = placesOf();
  const place = (villages.find(({ code }) => startsAt(code).ok) ?? villages[0])?.code ?? "";
  const resolved = await parts.definitions.resolve({ package: packageId, place, day });
  if (!resolved.ok) return resolved;
  const workflow = resolved.value;
  const { start, linkedOnly = false, title } = workflow.source;
  if (linkedOnly) {
    return { ok: false, refusal: refuse("case/linked-only", { title }) };
  }
  const mine = placesOf(workflow.source.place).filter(({ code }) =>
    mayStart(reader, { place: code, now, roles: start.roles }),
  );
  const places = mine.filter(({ code }) => startsAt(code).ok);
  const [closed] = mine;
  if (places.length === 0 && closed !== undefined) {
    const refused = startsAt(closed.code);
    if (!refused.ok) return refused;
  }
  const [chosen] = places;
  if (chosen === undefined) {
    return { ok: false, refusal: refuseRole(start.roles, workflow.roles) };
  }
  if (chosen.code === place) return { ok: true, value: { workflow, places } };
  const there = await parts.definitions.resolve({ package: packageId, place: chosen.code, day });
  return there.ok ? { ok: true, value: { workflow: there.value, places } } : there;
}

function mayStart(
  reader: Reader,
  { place, now, roles }: { place: string; now: Instant; roles: readonly string[] },
): boolean {
  const held = assignmentsFor(reader.person, { place, owner: "" }, now);
  return held.some(({ role }) => roles.includes(role));
}

/** The scope before a matter exists: a form can prefill today and the place. */
function emptyScope(ask: {
  workflow: Workflow;
  reader: Reader;
  now: Instant;
  place: Place | undefined;
}): ReturnType<typeof buildScope> {
  const { workflow, reader, now } = ask;
  const [held] = reader.person.assignments;
  const data: JsonObject = {};
  return buildScope({
    workflow,
    matter: {
      id: "",
      number: null,
      owner: { id: "", name: "" },
      place: ask.place ?? { code: "", name: "" },
      startedAt: now,
      startedBy: reader.person.id,
      entered: {},
      links: {},
    },
    data,
    user: {
      id: reader.person.id,
      name: reader.person.name,
      role: held?.role ?? null,
      unit: held?.unit.id ?? null,
    },
    at: now,
    now,
  });
}
