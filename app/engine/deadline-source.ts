import type { RungSource } from "./ladder-source";
import type { Text } from "./text";
import type { DeadlineUnit } from "./time/types";
import type { Legal } from "./workflow-source";

/** How long something may take, whom it reminds, and whom it is brought to. */
export interface DeadlineSource extends Legal {
  title: Text;
  /** Entry of the state, a fact of type date, or a date in the data. */
  from: "entry" | { fact: string } | { date: string };
  /**
   * A number, a parameter, or one item of a list parameter chosen by a fact (7/30/90). `before` counts the parameter
   * backwards: 60 is 60 days before.
   */
  count: number | { parameter: string; at?: string; before?: true };
  unit: DeadlineUnit;
  pausable?: boolean;
  /** The unit that `remind` and the ladder count in; without it the deadline's own. */
  offsetUnit?: DeadlineUnit;
  /** Reminders before (−) or after (+) the last day; `hour` counts hours. */
  remind?: number[];
  /** Whom it is brought to, rung by rung, while the thing is not done (升级). Ascending. */
  ladder?: RungSource[];
  /** What it says is said at night too. */
  urgent?: boolean;
}
