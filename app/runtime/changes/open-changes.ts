import type { Proposal } from "../../engine/change/proposal";
import type { Registry } from "../../engine/plugin/registry-types";
import type { Text } from "../../engine/text";
import { dayOf, showDay } from "../../engine/time/zone";
import { SECOND } from "../../engine/time/duration";
import { createTrialStore } from "../../storage/trial-store";
import type { Log } from "../log";
import { createLoop } from "../workers/loop";
import { appendAudit } from "../../storage/audit-log";
import type { ProposalStore } from "../../storage/proposal-store";
import type { ChangesApi, Result, ScopeAsk } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { LoadedPackage } from "../load-packages";
import type { ChangeLog } from "./change-log";
import { createChangeService } from "./change-service";
import { countiesOf, countyFor } from "./county";
import type { DeskParts } from "./desk-parts";
import { readRuleEdit } from "./edit-rule";
import { createGrounds } from "./ground";
import { faultOf, judgeRule, ruleEdit } from "./judge-rule";
import { readParameterPage, versionsOf } from "./view-parameter";
import { openRule } from "./open-rule";
import { readRulePage } from "./view-rule";
import { readRules } from "./view-rules";
import { createTrials } from "./trials";
import { readTrial } from "./view-trial";
import { readDefinition } from "./view-definition";
import { readPartCheck, readPartPage } from "./view-part";
import { viewProposal } from "./view-proposal";
import { scopeChoice } from "./view-scope";

/** Everything about changes, on an open installation. */
export interface Changes {
  /** What routes may ask. */
  part: ChangesApi;
  /** Tries drafts on past matters, bit by bit. */
  trials: { start(): void; stop(): Promise<void>; runDue(): Promise<void> };
}

export interface ChangesInput extends CaseParts {
  packages: readonly LoadedPackage[];
  registry: Registry;
  log: ChangeLog;
  proposals: ProposalStore;
  logger: Pick<Log, "error">;
}

/** How often it is looked whether a trial waits; one that is begun does not wait for that. */
const TRIALS = 30 * SECOND;

/** The rules of counties, and how they are changed; the worker of trials stands still until it is started. */
export function openChanges(input: ChangesInput): Changes {
  const { database, definitions, directory, now, proposals } = input;
  const { roles } = definitions;
  const { models } = definitions;
  const grounds = createGrounds({ ...input, models });
  const trials = createTrials({
    ...{ ...input, roles, grounds, trials: createTrialStore(database) },
    findProposal: (id) => proposals.find(id),
  });
  const loop = createLoop({
    name: "trials",
    interval: TRIALS,
    run: trials.proceed,
    log: input.logger,
  });
  const service = createChangeService({
    ...input,
    trials,
    models,
    store: proposals,
    roles,
    grounds,
    async note(person, act, { id, scope, revision }) {
      const detail = { proposal: id, unit: scope.unit, package: scope.package, revision };
      await appendAudit(database, [{ at: now(), user: person.id, act, caseId: null, detail }]);
    },
  });
  const parts: DeskParts = { ...input, grounds, service, trials };

  function groundFor(
    person: Parameters<typeof countyFor>[1]["person"],
    ask: ScopeAsk & { package: string },
  ) {
    const county = countyFor(directory(), { person, now: now(), unit: ask.unit });
    if (!county.ok) return county;
    const scope = { unit: county.value.id, package: ask.package, model: ask.model };
    return grounds.find(scope, dayOf(now()));
  }

  const part: ChangesApi = {
    mayChangeRules: ({ person }) => countiesOf(directory(), person, now()).length > 0,
    rules: (session, unit) => readRules(parts, session, unit),
    parameterPage: (session, ask) => readParameterPage(parts, session, ask),

    async saveParameter({ person }, input) {
      const ground = groundFor(person, input);
      if (!ground.ok) return ground;
      return idOf(await service.saveParameter(person, { ...input, scope: ground.value.scope }));
    },

    async definitionPage({ person }, ask) {
      const ground = groundFor(person, ask);
      if (!ground.ok) return ground;
      return { ok: true, value: await readDefinition(parts, { person, ground: ground.value }) };
    },

    async partPage(session, ask) {
      const ground = groundFor(session.person, ask);
      if (!ground.ok) return ground;
      return readPartPage(parts, session, { ground: ground.value, asked: ask.parts });
    },

    async checkParts(session, ask) {
      const ground = groundFor(session.person, ask);
      if (!ground.ok) return ground;
      const { edits } = ask;
      const check = await readPartCheck(parts, session, { ground: ground.value, edits });
      return { ok: true, value: check };
    },

    rulePage: (session, ask) => readRulePage(parts, session, ask),

    async tryRule({ person }, { edit, ...ask }) {
      const open = await openRule(parts, person, ask);
      if (!open.ok) return open;
      return { ok: true, value: judgeRule(parts, open.value, { name: ask.rule, edit }) };
    },

    async saveRule({ person }, { edit, rule, ...input }) {
      const open = await openRule(parts, person, { ...input, rule });
      if (!open.ok) return open;
      const read = readRuleEdit(open.value.rule, edit, open.value.reading);
      if (!read.ok) return read;
      const fault = faultOf(parts, open.value, { name: rule, rule: read.value });
      if (fault !== null) return { ok: false, refusal: fault };
      const edits = [ruleEdit(rule, read.value)];
      const { scope } = open.value.ground;
      return idOf(await service.savePart(person, { ...input, scope, edits }));
    },

    async savePart({ person }, input) {
      const ground = groundFor(person, input);
      if (!ground.ok) return ground;
      return idOf(await service.savePart(person, { ...input, scope: ground.value.scope }));
    },

    async proposal({ person }, id) {
      const found = await service.find(person, id);
      if (!found.ok) return found;
      const ground = grounds.find(found.value.scope, dayOf(now()));
      if (!ground.ok) return ground;
      const view = await viewProposal(parts, {
        proposal: found.value,
        ground: ground.value,
        person,
      });
      return { ok: true, value: view };
    },

    async actOnProposal({ person }, input) {
      const done = await service.act(person, input);
      return done.ok ? { ok: true, value: { message: messageOf(done.value) } } : done;
    },

    versions({ person }, ask) {
      const ground = groundFor(person, ask);
      if (!ground.ok) return Promise.resolve(ground);
      const { title } = ground.value.document.workflow;
      const rows = versionsOf(parts, ground.value);
      return Promise.resolve({
        ok: true,
        value: { ...scopeChoice(parts, ground.value), title, rows },
      });
    },

    async restoreVersion({ person }, ask) {
      const ground = groundFor(person, ask);
      if (!ground.ok) return ground;
      return idOf(
        await service.restore(person, { scope: ground.value.scope, version: ask.version }),
      );
    },

    async beginTrial({ person }, id) {
      const found = await service.find(person, id);
      if (!found.ok) return found;
      const begun = await trials.begin(person, found.value);
      if (!begun.ok) return begun;
      loop.wake();
      return { ok: true, value: null };
    },

    async trial({ person }, ask) {
      const found = await service.find(person, ask.id);
      if (!found.ok) return found;
      return readTrial(parts, { proposal: found.value, caseId: ask.caseId });
    },
  };

  return {
    part,
    trials: {
      start: () => loop.start(),
      stop: () => loop.stop(),
      async runDue() {
        while (await trials.proceed());
      },
    },
  };
}

function idOf(result: Result<Proposal>): Result<{ id: string }> {
  return result.ok ? { ok: true, value: { id: result.value.id } } : result;
}

/** What was done, as a sentence for the next page. */
function messageOf({ status, from }: Proposal): Text {
  switch (status) {
    case "draft":
      return { zh: "已退回起草人修改。", en: "Sent back to whoever drafted it." };
    case "review":
      return { zh: "已送法制审核。", en: "Sent to the legal office." };
    case "approved":
      return {
        zh: "意见和文号已记下，等另一位同事发布。",
        en: "Opinion and number are on record.",
      };
    case "withdrawn":
      return { zh: "已撤回，没有生效。", en: "Withdrawn; it never held." };
    case "published":
      return {
        zh: `已发布，${showDay(from ?? "", "zh")}起的新事项按这一版办，已经开始的照旧。`,
        en: `Published: new matters use it from ${showDay(from ?? "", "en")} on; open ones stay.`,
      };
  }
}
