import { localiseSchema, localiseUi } from "../../engine/form/localise-schema";
import { listParts } from "../../engine/definition/list-parts";
import { namePart } from "../../engine/definition/name-part";
import { opennessOf } from "../../engine/definition/openness";
import { partSkeleton } from "../../engine/definition/part-skeleton";
import { sayState } from "../../engine/definition/say-state";
import { writePart } from "../../engine/definition/write-part";
import { stateTitle } from "../../engine/change/describe-context";
import { refuse } from "../../engine/errors";
import { isObject, own, type Json } from "../../engine/json";
import { keysOf, valueAt } from "../../engine/json-pointer";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { Language } from "../../engine/text";
import type {
  PartCheck,
  PartPage,
  PartProblemView,
  PartText,
  PartTextInput,
  Result,
  Session,
} from "../api";
import type { DeskParts } from "./desk-parts";
import { patched } from "./draft-document";
import { judgeParts, type PartProblem } from "./edit-parts";
import type { Ground } from "./ground";
import { viewProposal } from "./view-proposal";
import { scopeChoice } from "./view-scope";

/** Parts of a definition as text to be edited, from the person's draft where there is one. */
export async function readPartPage(
  parts: DeskParts,
  session: Session,
  { ground, asked }: { ground: Ground; asked: readonly string[] },
): Promise<Result<PartPage>> {
  const { person } = session;
  const draft = await parts.service.findDraft(person, ground.scope);
  const drafted = draft && patched(ground.parent, draft.patch);
  if (drafted?.ok === false) return drafted;
  const document = drafted?.value ?? ground.document;
  const texts = asked.map((part) => {
    const value = valueAt(document as unknown as Json, part);
    return {
      part,
      title: namePart(document, part),
      text: writePart(value ?? partSkeleton(part)),
      isNew: value === undefined,
      says: value === undefined ? null : opennessOf(document, part).says,
      canRemove: value !== undefined && canRemove(ground, document, part),
    };
  });
  const isPart = ({ part, isNew }: PartText): boolean =>
    isNew ? mayBegin(document, part) : part === "/data" || part.lastIndexOf("/") > 0;
  if (texts.length === 0 || !texts.every(isPart)) {
    return { ok: false, refusal: refuse("definition/unknown-part") };
  }
  const edits = texts.filter(({ isNew }) => !isNew);
  const check = await readPartCheck(parts, session, { ground, edits });
  return {
    ok: true,
    value: {
      ...scopeChoice(parts, ground),
      package: { id: ground.loaded.id, title: document.workflow.title },
      texts,
      others: othersOf(document, asked),
      draft:
        draft === undefined ? null : await viewProposal(parts, { proposal: draft, ground, person }),
      check,
    },
  };
}

/** What the change itself brought can go again; what was there, where the package opens it whole. */
function canRemove(ground: Ground, document: DefinitionDocument, part: string): boolean {
  const isOwn = valueAt(ground.parent as unknown as Json, part) === undefined;
  const { isOpen, says } = opennessOf(document, part);
  const isEntry = (keysOf(part) ?? []).length > (part.startsWith("/workflow/") ? 2 : 1);
  return isEntry && (isOwn || (isOpen && says === null));
}

/** A new part stands in a map that is there, and has a name. */
function mayBegin(document: DefinitionDocument, part: string): boolean {
  const keys = keysOf(part);
  const name = keys?.at(-1) ?? "";
  const map = valueAt(document as unknown as Json, part.slice(0, part.lastIndexOf("/")));
  return keys !== undefined && keys.length > 1 && /^[a-z][A-Za-z0-9]*$/.test(name) && isObject(map);
}

/** What can be edited together with some parts. */
function othersOf(document: DefinitionDocument, asked: readonly string[]): PartPage["others"] {
  const rest = listParts(document).filter(({ part }) => !asked.includes(part));
  const of = (...kinds: string[]) =>
    rest
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ part }) => ({ part, title: namePart(document, part) }));
  return [
    { title: { zh: "整个流程", en: "The whole" }, parts: of("whole") },
    { title: { zh: "环节", en: "States" }, parts: of("state") },
    { title: { zh: "表单", en: "Forms" }, parts: of("form") },
    {
      title: { zh: "规则、事实项、期限", en: "Rules, facts, deadlines" },
      parts: of("rule", "fact", "deadline"),
    },
    {
      title: { zh: "文书、台账、公示", en: "Papers, registers, notices" },
      parts: of("paper", "register", "notice"),
    },
    { title: { zh: "其他", en: "The rest" }, parts: of("other") },
  ].filter(({ parts }) => parts.length > 0);
}

/** What would come of parts as they are written over the person's draft. */
export async function readPartCheck(
  parts: DeskParts,
  { person, preferences }: Session,
  { ground, edits }: { ground: Ground; edits: readonly PartTextInput[] },
): Promise<PartCheck> {
  const draft = await parts.service.findDraft(person, ground.scope);
  const before = draft ?? ground.latest ?? { patch: [], exemptions: [] };
  const { validator } = parts.grounds;
  const none = { isGood: true, refusal: null, problems: [], form: null, states: [] };
  if (edits.length === 0) return none;
  const judge = { ground, before, edits, validator };
  const judged = judgeParts({ ...parts, roles: parts.definitions.roles }, judge);
  const { language } = preferences;
  const shown = judged.ok ? shownOf(parts, judged.document, { edits, language }) : {};
  if (judged.ok) return { ...none, ...shown, problems: judged.warnings.map(viewProblem) };
  const problems = judged.problems.map(viewProblem);
  return { ...none, isGood: false, refusal: problems.length > 0 ? null : judged.refusal, problems };
}

function viewProblem({ code, severity, message, place, edit, at }: PartProblem): PartProblemView {
  const { line = null, column = null } = at ?? {};
  return { code, severity, message, place, text: edit, line, column };
}

/** The first form among the parts as it would be drawn, and every state in words. */
function shownOf(
  parts: DeskParts,
  document: DefinitionDocument,
  { edits, language }: { edits: readonly PartTextInput[]; language: Language },
): Pick<PartCheck, "form" | "states"> {
  const paths = edits.map(({ part }) => keysOf(part) ?? []);
  const name = paths.find(([top, , ...rest]) => top === "forms" && rest.length === 0)?.[1];
  const form = name === undefined ? undefined : own(document.forms, name);
  const { roles } = parts.definitions;
  const states = paths.flatMap((keys) => pathOfState(keys) ?? []);
  return {
    form:
      form === undefined
        ? null
        : {
            title: form.title,
            help: form.help ?? null,
            schema: localiseSchema(form.schema, language),
            ui: localiseUi(form.ui ?? {}, language),
          },
    states: states.map(({ path }) => ({
      title: stateTitle(document.workflow.machine, path),
      sentences: sayState(document, path, roles),
    })),
  };
}

/** The state that a part is, or that its event belongs to. */
function pathOfState(keys: readonly string[]): { path: string[] } | undefined {
  if (keys[0] !== "workflow" || keys[1] !== "machine") return undefined;
  const path: string[] = [];
  for (let at = 2; keys[at] === "states"; at += 2) path.push(keys[at + 1] ?? "");
  return path.length === 0 ? undefined : { path };
}
