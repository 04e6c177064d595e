import { people } from "./001-people";
import { matters } from "./002-matters";
import { work } from "./003-work";
import { records } from "./004-records";
import { matterQueues } from "./005-matter-queues";
import { corrections } from "./006-corrections";
import { changes } from "./007-changes";
import { linkReports } from "./008-link-reports";
import { models } from "./009-models";
import { notices } from "./010-notices";
import { oldRegisters } from "./011-old-registers";
import { linkQueue } from "./012-link-queue";
import { duty } from "./013-duty";
import { villageCounts } from "./014-village-counts";
import { trials } from "./015-trials";
import { provisionalDates } from "./016-provisional-dates";
import { taskUnits } from "./017-task-units";
import { countyQueues } from "./018-county-queues";
import { factHistory } from "./019-fact-history";
import { concerns } from "./020-concerns";
import { substitutions } from "./021-substitutions";
import type { Migration } from "./migration";

/** Every migration, in the order in which they run. A released one is never edited: add another. */
export const migrations: readonly Migration[] = [
  people,
  matters,
  work,
  records,
  matterQueues,
  corrections,
  changes,
  linkReports,
  models,
  notices,
  oldRegisters,
  linkQueue,
  duty,
  villageCounts,
  trials,
  provisionalDates,
  taskUnits,
  countyQueues,
  factHistory,
  concerns,
  substitutions,
];
