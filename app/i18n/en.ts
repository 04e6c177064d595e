import * as frame from "./words/frame";
import * as matters from "./words/matters";
import * as steps from "./words/steps";
import * as operations from "./words/operations";
import * as batch from "./words/batch";
import * as duty from "./words/duty";
import * as exchange from "./words/exchange";
import * as proposal from "./words/proposal";
import * as watch from "./words/watch";
import * as imports from "./words/imports";
import * as joins from "./words/joins";
import * as practice from "./words/practice";
import * as notices from "./words/notices";
import * as records from "./words/records";
import * as adopt from "./words/adopt";
import * as models from "./words/models";
import * as accounts from "./words/accounts";
import * as rules from "./words/rules";
import * as ruleEditor from "./words/rule-editor";
import * as trial from "./words/trial";
import * as definition from "./words/definition";
import * as sweeps from "./words/sweeps";
import * as villages from "./words/villages";
import * as decisions from "./words/decisions";
import * as dealings from "./words/dealings";
import * as substitutes from "./words/substitutes";
import * as handovers from "./words/handovers";
import * as links from "./words/links";

/** The second language: the same keys as `zh.ts`, which the compiler and a test hold together. */
export const en = {
  ...frame.en,
  ...matters.en,
  ...steps.en,
  ...operations.en,
  ...batch.en,
  ...records.en,
  ...notices.en,
  ...practice.en,
  ...accounts.en,
  ...rules.en,
  ...ruleEditor.en,
  ...trial.en,
  ...adopt.en,
  ...definition.en,
  ...models.en,
  ...sweeps.en,
  ...villages.en,
  ...decisions.en,
  ...dealings.en,
  ...substitutes.en,
  ...handovers.en,
  ...links.en,
  ...duty.en,
  ...exchange.en,
  ...proposal.en,
  ...watch.en,
  ...imports.en,
  ...joins.en,
};
