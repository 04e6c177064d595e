import type { Case, HistoryEntry } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { anonymousVillager, VILLAGER } from "../../engine/person";
import { buildScope } from "../../engine/scope";
import type { Language } from "../../engine/text";
import { HOUR, MINUTE } from "../../engine/time/duration";
import { dayOf, showMoment } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { EventMeta } from "../../engine/workflow-source";
import type { StoredNotice } from "../../storage/notices";
import type {
  ObjectionForm,
  ObjectionInput,
  ObjectionReceipt,
  Result,
  StepForm,
  SummaryRow,
} from "../api";
import { uuidv7 } from "../cases/new-id";
import { stepForm } from "../cases/view-form";
import { formRows } from "../cases/view-history";
import { followView } from "./follow";
import { issueCode } from "./issue-code";
import { getOpenNotice, headOf, rowText, type NoticeParts } from "./notice-parts";

/** From one network address: a whole village may share one. */
export const OBJECTION_LIMIT = { most: 20, within: HOUR };

/** Everything that an objection to one row needs. */
interface Receiver {
  stored: StoredNotice;
  row: number;
  event: string;
  matter: Case;
  workflow: Workflow;
  meta: EventMeta;
}

/** The page on which somebody objects; the form is that of the matter behind the chosen row, else behind the first. */
export async function readObjectionForm(
  parts: NoticeParts,
  id: string,
  ask: { row: number | null; language: Language },
): Promise<Result<ObjectionForm>> {
  const found = await getOpenNotice(parts, id);
  if (!found.ok) return found;
  const stored = found.value;
  const receiver = await findReceiver(parts, stored, ask.row ?? 1);
  if (!receiver.ok) return receiver;
  const isLinked = stored.notice.objection?.link != null;
  const rows = isLinked ? stored.notice.rows.map((_, i) => i + 1) : [];
  return {
    ok: true,
    value: {
      notice: await headOf(parts, stored),
      contact: stored.notice.contact,
      rows: rows.map((row) => ({ row, text: rowText(stored, row) ?? "" })),
      step: emptyForm(parts, receiver.value, ask.language),
    },
  };
}

/** How an objection reads once more before it is sent. Refuses `form/invalid` with every field at fault. */
export async function previewObjection(
  parts: NoticeParts,
  input: ObjectionInput,
): Promise<Result<SummaryRow[]>> {
  const found = await receiverOf(parts, input);
  if (!found.ok) return found;
  const { workflow, meta } = found.value;
  const form = meta.form === undefined ? undefined : workflow.forms.get(meta.form);
  const accepted = form?.accept(input.form);
  if (accepted !== undefined && !accepted.ok) return accepted;
  const { language } = input;
  const answers = {
    ...{ workflow, language, roles: null, today: dayOf(parts.now()), names: new Map() },
  };
  return {
    ok: true,
    value: formRows({ workflow, meta, entered: input.form, answers }),
  };
}

/** Sends an objection as the event of the package, taken by a villager without a name. */
export async function sendObjection(
  parts: NoticeParts,
  input: ObjectionInput,
): Promise<Result<ObjectionReceipt>> {
  if (!COMMAND_ID.test(input.commandId)) {
    return { ok: false, refusal: refuse("http/malformed") };
  }
  const repeated = await findSent(parts, input.commandId);
  if (repeated !== undefined) return receipt(parts, input, repeated);
  const found = await receiverOf(parts, input);
  if (!found.ok) return found;
  const wait = parts.objections.begin(input.address);
  if (wait > 0) {
    const params = { minutes: Math.ceil(wait / MINUTE), seconds: Math.ceil(wait / 1000) };
    return { ok: false, refusal: refuse("notice/too-many-objections", params) };
  }
  const sent = await send(parts, found.value, input);
  if (sent.ok) return receipt(parts, input, sent.value);
  parts.objections.takeBack(input.address);
  return sent;
}

const COMMAND_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Others may take steps in between: who objects has seen no version of the matter, so none is held against them. */
const TRIES = 5;

async function send(
  parts: NoticeParts,
  receiver: Receiver,
  { commandId, form }: ObjectionInput,
): Promise<Result<HistoryEntry>> {
  const { event, stored, row } = receiver;
  let { matter } = receiver;
  for (let tries = 1; ; tries += 1) {
    const answer = await parts.service.event(anonymousVillager(matter.place.code), {
      ...{ caseId: matter.id, event, form, commandId, expectedSeq: matter.seq },
    });
    if (answer.ok) {
      const entry = await findSent(parts, commandId);
      if (entry === undefined) throw new Error("a step that was taken has its history entry");
      return { ok: true, value: entry };
    }
    const { refusal } = answer;
    if (refusal.code === "case/stale" && tries < TRIES) {
      matter = (await readCase(parts, matter.id)) ?? matter;
      continue;
    }
    // What keeps the matter from taking it is nothing that the sender may know.
    if (refusal.kind !== "conflict" && refusal.kind !== "forbidden") return { ok: false, refusal };
    return {
      ok: false,
      refusal: refuse("notice/row-closed", { row: rowText(stored, row) ?? "" }),
    };
  }
}

async function receiverOf(parts: NoticeParts, input: ObjectionInput): Promise<Result<Receiver>> {
  const found = await getOpenNotice(parts, input.id);
  return found.ok ? findReceiver(parts, found.value, input.row) : found;
}

/** The matter that takes objections to a row. Refuses `notice/no-objection`, `notice/which-row`. */
async function findReceiver(
  parts: NoticeParts,
  stored: StoredNotice,
  row: number,
): Promise<Result<Receiver>> {
  const { objection, rows } = stored.notice;
  if (objection === null) return { ok: false, refusal: refuse("notice/no-objection") };
  const source = objection.link === null ? stored.caseId : rows[row - 1]?.source;
  if (source == null) return { ok: false, refusal: refuse("notice/which-row") };
  const matter = await readCase(parts, source);
  if (matter === undefined) return { ok: false, refusal: refuse("notice/no-objection") };
  const workflow = await parts.definitions.get(matter.hash);
  const meta = publicEvent(workflow, objection.event);
  if (meta === undefined) return { ok: false, refusal: refuse("notice/no-objection") };
  return { ok: true, value: { stored, row, event: objection.event, matter, workflow, meta } };
}

/** The event as a state declares it that opens it to villagers. */
function publicEvent(workflow: Workflow, event: string): EventMeta | undefined {
  return [...workflow.machine.states.values()]
    .flatMap(({ meta }) => Object.entries(meta?.events ?? {}))
    .find(([name, meta]) => name === event && meta.roles.includes(VILLAGER))?.[1];
}

/** Drawn over no data at all: what others wrote before is nobody's to see. */
function emptyForm(parts: NoticeParts, receiver: Receiver, language: Language): StepForm {
  const { workflow, event, meta } = receiver;
  const now = parts.now();
  const nobody = { id: "", name: "", role: VILLAGER, unit: null };
  const blank = { code: "", name: "" };
  return stepForm({
    workflow,
    event,
    meta,
    caseId: null,
    matter: null,
    expectedSeq: 0,
    commandId: uuidv7(now),
    places: [],
    villages: [],
    due: null,
    scope: buildScope({
      workflow,
      matter: {
        ...{ id: "", number: null, owner: { id: "", name: "" }, place: blank, startedAt: now },
        ...{ startedBy: "", entered: {}, links: {} },
      },
      data: {},
      user: nobody,
      at: now,
      now,
    }),
    names: new Map(),
    language,
  });
}

/** The step that a villager's command was; undefined where there is none, or it is somebody else's. */
async function findSent(parts: NoticeParts, commandId: string): Promise<HistoryEntry | undefined> {
  const { commands } = await parts.store.read({ cases: [], commands: [commandId], sequences: [] });
  const stored = commands.get(commandId);
  if (stored === undefined) return undefined;
  const entries = await parts.store.history(stored.caseId);
  const entry = entries.find(({ seq }) => seq === stored.seq);
  return entry?.by.role === VILLAGER ? entry : undefined;
}

async function receipt(
  parts: NoticeParts,
  input: ObjectionInput,
  entry: HistoryEntry,
): Promise<Result<ObjectionReceipt>> {
  const followed = followedBy(entry);
  const code = await issueCode(parts, { commandId: input.commandId, followed });
  const found = await getOpenNotice(parts, input.id);
  const mark = found.ok ? found.value.notice.mark : null;
  const row = found.ok ? rowText(found.value, input.row) : undefined;
  return {
    ok: true,
    value: {
      ...(await followView(parts, followed)),
      code,
      at: { zh: showMoment(entry.at, "zh"), en: showMoment(entry.at, "en") },
      held: mark === null || row === undefined ? null : { row, mark },
      until: found.ok ? found.value.until : null,
    },
  };
}

/** The matter that the step opened for the objection; else the step itself. */
function followedBy({ caseId, seq, outcome }: HistoryEntry): { caseId: string; seq: number } {
  const [opened] = outcome.opens;
  const child = opened && outcome.links[opened.link]?.at(-1);
  return child === undefined ? { caseId, seq } : { caseId: child.id, seq: 1 };
}

async function readCase(parts: NoticeParts, id: string): Promise<Case | undefined> {
  const { cases } = await parts.store.read({ cases: [id], commands: [], sequences: [] });
  return cases.get(id);
}
