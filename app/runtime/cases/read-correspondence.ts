import { operationsFor, type OperationOffer } from "../../engine/operations/operations-for";
import type { Correspondence, Letter, Result } from "../api";
import { matterPeople } from "../people/matter-people";
import { openReading, type CaseParts, type Reader } from "./case-parts";
import type { Reading } from "./reading";
import { circulationsOf, orderLetter, questionLetter } from "./view-letters";

/** What people ask, order and send each other about a matter. Refuses as `caseView` does. */
export async function readCorrespondence(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<Correspondence>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { matter, person } = reading;
  const offers = offersOf(parts, reading);
  const unread = matter.readers?.find(({ id, seen }) => id === person.id && seen === null);
  return {
    ok: true,
    value: {
      letters: lettersOf(reading, offers),
      circulations: circulationsOf(matter, reading),
      unread: unread === undefined ? null : { from: unread.by.name, kind: unread.via },
    },
  };
}

function offersOf(parts: CaseParts, { workflow, matter, person, now }: Reading): OperationOffer[] {
  const where = { place: matter.place.code, owner: matter.owner.id };
  const people = matterPeople(parts.directory(), { ...where, workflow: workflow.id, now });
  return operationsFor({ workflow, matter, person, people, now });
}

function lettersOf(reading: Reading, offers: readonly OperationOffer[]): Letter[] {
  const { matter } = reading;
  const can = new Map(
    offers.flatMap(({ answers, operation, text }): [string, Letter["can"]][] =>
      operation !== "reply" || answers === undefined
        ? []
        : [[answers.id, text === "optional" ? "takeBack" : "answer"]],
    ),
  );
  const letters = [
    ...(matter.questions ?? []).map((one) => ({ at: one.at, of: questionLetter(one, reading) })),
    ...(matter.orders ?? []).map((one) => ({ at: one.at, of: orderLetter(one, reading) })),
  ];
  const rank = ({ can: may, answer }: Letter): number =>
    may === "answer" ? 0 : answer === null ? 1 : 2;
  return letters
    .map(({ at, of }) => ({ at, of: { ...of, can: can.get(of.id) ?? null } }))
    .sort((a, b) => rank(a.of) - rank(b.of) || b.at - a.at)
    .map(({ of }) => of);
}
