import type { Conflict } from "./conflict";
import { alone, uncovered, unopened, unreached, unskilled } from "./conflicts/cover";
import { fairness, nights, overHours, rest } from "./conflicts/load";
import { away, exempt, open, sameName, untrained } from "./conflicts/people";
import { room, visits } from "./conflicts/service";
import type { Roster } from "./roster";

const CHECKS: readonly ((roster: Roster) => Conflict[])[] = [
  untrained,
  exempt,
  away,
  alone,
  uncovered,
  overHours,
  nights,
  sameName,
  open,
  rest,
  unreached,
  unskilled,
  unopened,
  room,
  visits,
  fairness,
];

/** Everything that is wrong with a roster: first what must be changed, then what may stand with a reason. Pure. */
export function checkRoster(roster: Roster): Conflict[] {
  const found = CHECKS.flatMap((check) => check(roster));
  return [
    ...found.filter(({ weight }) => weight === "hard"),
    ...found.filter(({ weight }) => weight === "soft"),
  ];
}
