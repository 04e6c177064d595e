import type { Reader } from "../dealings";
import { refuse } from "../errors";
import { no, yes } from "../steps/situation";
import type { Operate, Operating } from "./operate";
import { told } from "./told";

const MOST_READERS = 100;

/** 抄送: people are given the matter to know of. */
export const copy: Operate = (ask) => give(ask, "copy");

/** 传阅: people are given it to read and to mark as seen; it goes on after the step, and after the matter's end. */
export const circulate: Operate = (ask) => give(ask, "circulate");

function give({ situation, to }: Operating, via: Reader["via"]) {
  const { actor, matter, seq } = situation;
  if (to.length === 0) return no(refuse("operation/name-some"));
  const readers = matter.readers ?? [];
  const by = { id: actor.user, name: actor.name };
  const added = to
    .filter((one) => !readers.some(({ id, seen }) => id === one.id && seen === null))
    .map(({ id, name }): Reader => ({ id, name, via, by, seq, seen: null }));
  if (added.length === 0) return no(refuse("operation/reads-already"));
  if (readers.length + added.length > MOST_READERS) {
    return no(refuse("operation/too-many-signers", { most: MOST_READERS }));
  }
  return yes({
    dealings: { readers: [...readers, ...added] },
    effects: added.map(({ id }) =>
      told(id, {
        zh: `${actor.name}请您看一件事项，请看事项页`,
        en: `${actor.name} sent you a matter to read; see its page`,
      }),
    ),
  });
}

/** 已阅: whoever was given it says that they have read it. */
export const seen: Operate = ({ situation }) => {
  const { actor, matter, seq, command } = situation;
  const readers = matter.readers ?? [];
  const isMine = (one: Reader): boolean => one.id === actor.user && one.seen === null;
  if (!readers.some(isMine)) return no(refuse("operation/nothing-to-read"));
  const mark = { seq, at: command.occurredAt };
  return yes({
    dealings: { readers: readers.map((one) => (isMine(one) ? { ...one, seen: mark } : one)) },
  });
};
