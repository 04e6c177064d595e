import type { Because } from "./types";

/** Operators whose parts are clauses of their own: one may be hidden without the others. */
const OF_CLAUSES: ReadonlySet<string> = new Set(
  "and or ! !! if ?: some all none item missing missing_some".split(" "),
);

/**
 * The tree as one reader may see it. What was read at a path that `maySee` refuses loses value and
 * path, and so does all that would give it away: what it was compared with, what was worked out
 * from it, whose item it was. That a clause held, failed or is open stays, and so do its parts.
 *
 * `maySee` gets the paths of `Because.path`. Of a list or an object it says whether the reader may
 * see anything in it; of a path that it does not know (`[*].name`, from a computed list) it should
 * say no.
 */
export function redactBecause(because: Because, maySee: (path: string) => boolean): Because {
  const parts = because.parts?.map((part) => redactBecause(part, maySee));
  const here: Because = parts === undefined ? { ...because } : { ...because, parts };
  if (here.path !== undefined && !maySee(here.path)) {
    return here.op === "item" ? withoutLabel(here) : bare({ ...here, hidden: true });
  }
  if (!(parts ?? []).some(holdsHidden)) return here;
  if (!OF_CLAUSES.has(here.op)) return bare({ ...here, hidden: true });
  if (typeof here.value !== "boolean") delete here.value;
  return here.op === "item" ? withoutLabel(here) : here;
}

function holdsHidden(because: Because): boolean {
  return because.hidden === true || (because.parts ?? []).some(holdsHidden);
}

function withoutLabel({ item: _item, path: _path, ...rest }: Because): Because {
  return rest;
}

/** Only how it came out, all the way down. */
function bare({ truth, op, hidden, code, parts }: Because): Because {
  return {
    truth,
    op,
    ...(hidden && { hidden }),
    ...(code !== undefined && { code }),
    ...(parts && { parts: parts.map(bare) }),
  };
}
