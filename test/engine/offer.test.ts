import { describe, expect, test } from "vitest";
import { offersFor } from "../../app/engine/offer";
import { auxiliary, makePerson, officer } from "../support/make-workflow";
import { begun } from "../support/sample-workflow";

function offersTo(person = officer, story = begun()): [string, boolean, string | undefined][] {
  const { workflow, now } = story;
  return offersFor({ workflow, matter: story.case, person, now }).map((offer) => [
    offer.event,
    offer.mine,
    offer.refusal?.code,
  ]);
}

describe("what can be done now", () => {
  test("is named with whose it is, also to those who may not do it", () => {
    expect(offersTo(officer)).toEqual([["triage", true, undefined]]);
    expect(offersTo(auxiliary)).toEqual([["triage", false, undefined]]);
    expect(offersTo({ ...makePerson("far"), assignments: [] })).toEqual([
      ["triage", false, undefined],
    ]);
  });

  test("a guard that no answer of the form can change is asked in advance", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
    expect(offersTo(officer, story)).toEqual([
      ["note", true, undefined],
      ["close", true, "case/rule-unknown"],
    ]);
  });

  test("nothing is offered on a matter that is not open", () => {
    const story = begun();
    story.send(officer, { type: "move", move: "void" });
    expect(offersTo(officer, story)).toEqual([]);
  });
});
