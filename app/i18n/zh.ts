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

/** Every word of the pages, one file an area in `words/`. The voice: a good colleague at the counter. Packages bring their own texts. */
export const zh = {
  ...frame.zh,
  ...matters.zh,
  ...steps.zh,
  ...operations.zh,
  ...batch.zh,
  ...records.zh,
  ...notices.zh,
  ...practice.zh,
  ...accounts.zh,
  ...rules.zh,
  ...ruleEditor.zh,
  ...trial.zh,
  ...adopt.zh,
  ...definition.zh,
  ...models.zh,
  ...sweeps.zh,
  ...villages.zh,
  ...decisions.zh,
  ...dealings.zh,
  ...substitutes.zh,
  ...handovers.zh,
  ...links.zh,
  ...duty.zh,
  ...exchange.zh,
  ...proposal.zh,
  ...watch.zh,
  ...imports.zh,
  ...joins.zh,
};
