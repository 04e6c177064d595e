import type { Json } from "../json";
import { say, type Language, type Text } from "../text";
import { CHINESE } from "./chinese-phrases";
import { ENGLISH } from "./english-phrases";
import { sayStatement, type Wording } from "./say-statement";
import type { Statement } from "./statement";
import { toStatements } from "./to-statements";
import type { Because, Truth } from "./types";

/** One clause in words, and whether that clause holds. */
export interface Clause {
  truth: Truth;
  text: Text;
  /** The path whose value it is about, as in `Because.path`; absent where it is about several or none. */
  about?: string;
}

/** What the package calls a path, and how a value of it is written. */
export interface Naming {
  labelOf: (path: string) => Text;
  show: (path: string, value: Json) => Text;
}

const MOST_CLAUSES = 8;

/**
 * Says in Chinese and English why a rule came out as it did: eight clauses at most, those that fail
 * first, then those that cannot be told yet. Never JSON, never a path.
 *
 * `labelOf` and `show` get paths as in `Because.path`: `data.parties[*].consent`, and for the choices
 * of a list `data.exclusions[*]`.
 */
export function explain(because: Because, naming: Naming): Clause[] {
  const chinese = wordingIn("zh", naming);
  const english = wordingIn("en", naming);
  const clauses = toStatements(because)
    .sort((a, b) => urgency(a) - urgency(b))
    .map((statement): Clause => {
      const about = subjectOf(statement);
      return {
        truth: statement.truth,
        text: { zh: sayStatement(statement, chinese), en: sayStatement(statement, english) },
        ...(about === undefined ? {} : { about }),
      };
    });
  const told = new Set<string>();
  const different = clauses.filter(({ text }) => !told.has(text.zh) && told.add(text.zh));
  const [last, ...more] = different.slice(MOST_CLAUSES - 1);
  if (last === undefined || more.length === 0) return different;
  const count = more.length + 1;
  const text = { zh: CHINESE.notListed(count), en: ENGLISH.notListed(count) };
  return [...different.slice(0, MOST_CLAUSES - 1), { truth: last.truth, text }];
}

function subjectOf({ claim }: Statement): string | undefined {
  if (claim.kind === "everyItem") return claim.list;
  return "subject" in claim && claim.subject.kind === "read" ? claim.subject.path : undefined;
}

function urgency({ truth }: Statement): number {
  return truth === false ? 0 : truth === "unknown" ? 1 : 2;
}

function wordingIn(language: Language, { labelOf, show }: Naming): Wording {
  return {
    label: (path) => say(labelOf(path), language),
    show: (path, value) => say(show(path, value), language),
    phrases: language === "zh" ? CHINESE : ENGLISH,
  };
}
