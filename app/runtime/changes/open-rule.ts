import type { ChangeScope, Proposal } from "../../engine/change/proposal";
import type { KnownWords } from "../../engine/change/scope-words";
import { refuse } from "../../engine/errors";
import { own } from "../../engine/json";
import type { Person } from "../../engine/person";
import { registryFor } from "../../engine/plugin/registry";
import { dayOf } from "../../engine/time/zone";
import type { DefinitionDocument, RuleSource } from "../../engine/workflow-source";
import type { Result, RuleAsk } from "../api";
import { countyFor } from "./county";
import type { DeskParts } from "./desk-parts";
import { patched } from "./draft-document";
import { ruleOpenness, type RuleOpenness, type RuleReading } from "./edit-rule";
import type { Ground } from "./ground";

/** A rule in a scope: as it stands, as the person's draft has it, and against what it is read. */
export interface OpenRule {
  ground: Ground;
  draft: Proposal | null;
  /** The definition as it holds in the scope, and as the draft makes it. */
  standing: DefinitionDocument;
  document: DefinitionDocument;
  /** The rule in the draft, else as it holds. */
  rule: RuleSource;
  openness: RuleOpenness;
  reading: RuleReading;
}

/** Finds a rule. Refuses `change/not-yours`, `change/unknown-rule` and what the ground refuses. */
export async function openRule(
  parts: DeskParts,
  person: Person,
  ask: RuleAsk,
): Promise<Result<OpenRule>> {
  const now = parts.now();
  const county = countyFor(parts.directory(), { person, now, unit: ask.unit });
  if (!county.ok) return county;
  const scope: ChangeScope = { unit: county.value.id, package: ask.package, model: ask.model };
  const found = parts.grounds.find(scope, dayOf(now));
  if (!found.ok) return found;
  const ground = found.value;
  const draft = (await parts.service.findDraft(person, scope)) ?? null;
  const standing = patched(ground.parent, ground.latest?.patch ?? []);
  if (!standing.ok) return standing;
  const document = draft === null ? standing : patched(ground.parent, draft.patch);
  if (!document.ok) return document;
  const rule = own(document.value.workflow.rules, ask.rule);
  if (rule === undefined) return { ok: false, refusal: refuse("change/unknown-rule") };
  const registry = registryFor(parts.registry, document.value.workflow.plugins);
  const words: KnownWords = { plugins: registry.facts, roles: parts.definitions.roles };
  return {
    ok: true,
    value: {
      ...{ ground, draft, rule },
      standing: standing.value,
      document: document.value,
      openness: ruleOpenness(ground.parent, ask.rule),
      reading: { document: document.value, registry, words },
    },
  };
}
