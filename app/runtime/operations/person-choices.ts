import { whyAvoid } from "../../engine/avoid";
import type { Colleague } from "../../engine/people";
import type { RoleId } from "../../engine/person";
import type { Text } from "../../engine/text";
import { BOARD_TITLES, boardLook } from "../../engine/whereabouts-board";
import { findWhereabouts } from "../../storage/whereabouts";
import type { PersonChoice } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { roleTitle } from "../cases/view-offers";
import type { OperationReading } from "./operation-reading";

/**
 * Those who may be named as a page offers them: with their posts before this matter, their unit, and what their card
 * at the door says. Those of the reader's own unit come first.
 */
export async function personChoices(
  parts: CaseParts,
  reading: Pick<OperationReading, "workflow" | "now" | "held">,
  { targets, roles }: { targets: readonly Colleague[]; roles?: readonly RoleId[] },
): Promise<PersonChoice[]> {
  const { workflow, now, held } = reading;
  const directory = parts.directory();
  const cards =
    targets.length === 0
      ? new Map<string, never>()
      : await findWhereabouts(
          parts.database,
          targets.map(({ id }) => id),
        );
  const own = new Set(held.map(({ unit }) => unit.id));
  const choices = targets.map(({ id, name, posts }): PersonChoice => {
    const fitting = roles === undefined ? [] : posts.filter(({ role }) => roles.includes(role));
    const shown = fitting.length > 0 ? fitting : posts;
    const unit = shown[0]?.unit ?? "";
    const card = cards.get(id);
    const look = boardLook(card, now);
    return {
      ...{ id, name, unit },
      roles: [...new Set(shown.map(({ role }) => role))].map((role) => roleTitle(workflow, role)),
      unitName: directory.findUnit(unit)?.name ?? "",
      duty: card === undefined || look === "stale" ? null : { word: BOARD_TITLES[card.word], look },
    };
  });
  const rank = ({ unit }: PersonChoice): number => (own.has(unit) ? 0 : 1);
  return choices.sort(
    (a, b) => rank(a) - rank(b) || compare(a.unit, b.unit) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Who holds one of the roles but has to keep out of a state (回避), and why. */
export function keptOut(
  { workflow, matter, people }: Pick<OperationReading, "workflow" | "matter" | "people">,
  { roles, path }: { roles: readonly RoleId[]; path: string },
): { name: string; why: Text }[] {
  const all = roles.flatMap((role) => people.holders(role));
  const known = new Map(all.map((one) => [one.id, one]));
  return [...known.values()].flatMap((one) => {
    const why = whyAvoid({ workflow, data: matter.data }, path, one);
    return why === null ? [] : [{ name: one.name, why }];
  });
}
