import type { FieldFault } from "../engine/refusal";
import type { Text } from "../engine/text";
import type { RuleReasonView } from "../runtime/api";

/** A refusal as far as the page may know it: reasons are in this reader's words already. */
export interface ShownRefusal {
  code: string;
  message: Text;
  fields?: FieldFault[];
  reasons?: RuleReasonView[];
}
