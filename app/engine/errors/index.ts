import { RefusalError, type Refusal } from "../refusal";
import { toRefusal, type ErrorParams } from "./define";
import { authErrors } from "./auth";
import { batchErrors } from "./batch";
import { caseErrors } from "./case";
import { changeErrors } from "./change";
import { changeRuleErrors } from "./change-rule";
import { checkErrors } from "./check";
import { definitionErrors } from "./definition";
import { decisionErrors } from "./decision";
import { dutyErrors } from "./duty";
import { formErrors } from "./form";
import { httpErrors } from "./http";
import { importErrors } from "./import";
import { modelErrors } from "./model";
import { noticeErrors } from "./notice";
import { operationErrors } from "./operation";
import { peopleErrors } from "./people";
import { pluginErrors } from "./plugin";
import { ruleErrors } from "./rule";
import { runtimeErrors } from "./runtime";
import { storageErrors } from "./storage";
import { sweepErrors } from "./sweeps";
import { timeErrors } from "./time";
import { variantErrors } from "./variant";
import { verifyErrors } from "./verify";

/** Every coded error of the product. `docs/errors.md` lists the same; a test holds both together. */
export const ERRORS = {
  ...authErrors,
  ...batchErrors,
  ...caseErrors,
  ...changeErrors,
  ...changeRuleErrors,
  ...checkErrors,
  ...definitionErrors,
  ...decisionErrors,
  ...dutyErrors,
  ...formErrors,
  ...httpErrors,
  ...importErrors,
  ...modelErrors,
  ...noticeErrors,
  ...operationErrors,
  ...peopleErrors,
  ...pluginErrors,
  ...ruleErrors,
  ...runtimeErrors,
  ...storageErrors,
  ...sweepErrors,
  ...timeErrors,
  ...variantErrors,
  ...verifyErrors,
};

export type ErrorCode = keyof typeof ERRORS;

/** A refusal as a value. */
export function refuse(
  code: ErrorCode,
  params: ErrorParams = {},
  more: Pick<Refusal, "fields" | "because"> = {},
): Refusal {
  return toRefusal(code, ERRORS[code], params, more);
}

/** A refusal as an exception, for loading and for the edges; `step` never throws one. */
export function refusalError(
  code: ErrorCode,
  params: ErrorParams = {},
  more: Pick<Refusal, "fields" | "because"> = {},
): RefusalError {
  return new RefusalError(refuse(code, params, more));
}
