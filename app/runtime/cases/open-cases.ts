import { findAncestors } from "../../storage/ancestors";
import { saveAttachment } from "../../storage/attachments";
import { createCaseStore } from "../../storage/case-store";
import { createDefinitionStore } from "../../storage/definition-store";
import { say } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Instant } from "../../engine/time/types";
import type { Registry } from "../../engine/plugin/registry-types";
import type { NoticesApi } from "../api";
import type { CasePart } from "../create-runtime";
import { createDutyBoard } from "../duty/duty-board";
import { withExchangesJudged } from "../duty/judge-exchange";
import { withTrainingJudged } from "../duty/judge-training";
import { createDefinitions, type Definitions } from "../definitions";
import type { ChangeSource } from "../layers";
import type { VillageKinds } from "../../engine/check/check-model";
import type { LoadedModel } from "../load-models";
import type { LoadedPackage } from "../load-packages";
import { createHandovers, type Handovers } from "../handovers/create-handovers";
import { readHandover } from "../handovers/read-handover";
import { withLists } from "../handovers/with-lists";
import { createModels } from "../models/models";
import { createPlatformOrders } from "../models/platform-orders";
import type { Platform } from "../open-platform";
import { createNotices } from "../notices/create-notices";
import { createWorkers, type Workers } from "../workers/workers";
import type { CaseParts } from "./case-parts";
import { createCaseService, type CaseService } from "./case-service";
import { createCommandQueue } from "./command-queue";
import { readCase } from "./read-case";
import { readDealings } from "./read-dealings";
import { countConcerns, readConcerns } from "./read-concerns";
import { readCorrespondence } from "./read-correspondence";
import { readDecisions, readVoteForm } from "./read-decisions";
import { readPreview, readStartable, readStartForm, readStepForm } from "./read-forms";
import { paperDocument } from "./paper-document";
import { readAttachment, readPaper } from "./read-papers";
import { readLadders } from "./read-ladders";
import { readRegister, readRegisters } from "./read-registers";
import { readInbox } from "./read-inbox";
import { registerWorkbook } from "./register-workbook";
import { readWorklist } from "./read-worklist";
import { readOperationForm } from "../operations/read-operation-form";
import { readBatch } from "../operations/read-batch";
import { runBatch } from "../operations/run-batch";
import { readOperations } from "../operations/read-operations";

/** Everything about matters, on an open installation. */
export interface Cases {
  /** What routes may ask. */
  part: CasePart;
  service: CaseService;
  /** What reads of matters stand on. */
  parts: CaseParts;
  definitions: Definitions;
  workers: Workers;
  handovers: Handovers;
  /** Lets what was begun come to its end; the database may be closed afterwards. */
  stop(): Promise<void>;
}

export interface CasesInput {
  platform: Pick<Platform, "database" | "people" | "roles" | "clock" | "log" | "isPractice">;
  registry: Registry;
  packages: readonly LoadedPackage[];
  models: readonly LoadedModel[];
  kinds: VillageKinds;
  /** What counties changed on the web; nothing where it is left out. */
  changes?: ChangeSource;
  /** Time as it passes, for the limits on strangers; a demo's clock may stand still. */
  wall?: () => Instant;
}

/** Puts the services and workers of matters together. The workers stand still until they are started. */
export function openCases(input: CasesInput): Cases {
  const { platform, registry, packages, changes } = input;
  const { database, people, roles, clock, log } = platform;
  const now = (): number => clock.now();
  const directory = (): ReturnType<typeof people.directory> => people.directory();
  const store = createCaseStore(database, {
    onFault: (error) => log.error("storage.write", { error }),
  });
  const models = createModels({ packages, models: input.models, directory });
  const definitions = createDefinitions({
    store: createDefinitionStore(database),
    registry,
    roles,
    packages,
    directory,
    models,
    changes: changes ?? { versionOn: () => undefined },
  });
  const parts: CaseParts = { database, store, definitions, directory, now };
  const queue = createCommandQueue(store);
  const board = createDutyBoard(parts);
  const judged = withTrainingJudged(
    createCaseService({
      ...parts,
      queue,
      ancestors: (caseId) => findAncestors(database, caseId),
      savePhoto: (photo) => saveAttachment(database, photo),
      onDuty: (place, at) => board.onDuty(place, at),
      onStored(steps) {
        board.noteSteps(steps);
        handovers.noteSteps(steps);
        workers.wake();
      },
    }),
    parts,
  );
  const handovers = createHandovers({ ...parts, people, log, service: () => service });
  const service: CaseService = withLists(withExchangesJudged(judged, parts), parts, (caseId) =>
    handovers.move(caseId),
  );
  const isPractice = platform.isPractice === true;
  const orders = createPlatformOrders({
    ...{ people, models, packages, registry, isPractice, kinds: input.kinds },
  });
  const workers = createWorkers({
    ...{ ...parts, cases: service, orders, log },
    calendars: [...registry.calendars.values()],
  });

  return {
    part: {
      ...toPart(parts, service),
      ...createNotices({ ...parts, service, models }, input.wall ?? now),
    },
    service,
    parts,
    definitions,
    workers,
    handovers,
    async stop() {
      await workers.stop();
      await handovers.idle();
      await queue.idle();
    },
  };
}

function toPart(parts: CaseParts, service: CaseService): Omit<CasePart, keyof NoticesApi> {
  return {
    worklist: (session, ask) => readWorklist(parts, session, ask),
    startable: (session) => readStartable(parts, session),
    startForm: (session, packageId, language) =>
      readStartForm(parts, session, { package: packageId, language }),
    stepForm: (session, caseId, event, language) =>
      readStepForm(parts, session, { caseId, event, language }),
    preview: (session, input) => readPreview(parts, session, input),
    start: (session, input) => service.start(session.person, input),
    send: (session, input) => service.event(session.person, input),
    move: (session, input) => service.move(session.person, input),
    call: (session, input) => service.call(session.person, input),
    vote: (session, input) => service.vote(session.person, input),
    operate: (session, input) => service.operate(session.person, input),
    handover: (session, caseId) => readHandover(parts, session, caseId),
    dealings: (session, caseId) => readDealings(parts, session, caseId),
    correspondence: (session, caseId) => readCorrespondence(parts, session, caseId),
    concerns: (session, after = null) => readConcerns(parts, session, after),
    waitingConcerns: (session) => countConcerns(parts, session),
    decisions: (session, caseId) => readDecisions(parts, session, caseId),
    voteForm: (session, caseId, task) => readVoteForm(parts, session, { caseId, task }),
    operations: (session, caseId) => readOperations(parts, session, caseId),
    operationForm: (session, ask) => readOperationForm(parts, session, ask),
    batch: (session, ask) => readBatch(parts, session, ask),
    runBatch: (session, input) => runBatch({ ...parts, service }, session, input),
    caseView: (session, caseId) => readCase(parts, session, caseId),
    ladders: (session, caseId) => readLadders(parts, session, caseId),
    paper: (session, caseId, name, language) =>
      readPaper(parts, session, { caseId, name, language }),

    async paperDocument(session, { caseId, name, remark }) {
      const { language } = session.preferences;
      const paper = await readPaper(parts, session, { caseId, name, language });
      if (!paper.ok) return paper;
      const { title, number } = paper.value;
      const bytes = await paperDocument(paper.value, { language, remark });
      const file = [say(title, language), number].filter((part) => part !== null).join(" ");
      return { ok: true, value: { name: file, bytes } };
    },

    registers: (session) => readRegisters(parts, session),
    register: (session, id, year, month) => readRegister(parts, session, { id, year, month }),

    async registerWorkbook(session, id, year, month) {
      const book = await readRegister(parts, session, { id, year, month });
      if (!book.ok) return book;
      const { language } = session.preferences;
      const today = dayOf(parts.now());
      const name = `${say(book.value.title, language)} ${periodName({ year, month })}`;
      const bytes = await registerWorkbook(book.value, { today, language });
      return { ok: true, value: { name, bytes } };
    },

    attachment: (session, caseId, id) => readAttachment(parts, session, { caseId, id }),

    inbox: (session, after = null) => readInbox(parts, session, after),
  };
}

function periodName({ year, month }: { year: number; month?: number | undefined }): string {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
}
