import { refuse } from "../../engine/errors";
import type { Person } from "../../engine/person";
import { DAY } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import { clockOf, dayOf, instantOf, isMoment, showMoment } from "../../engine/time/zone";
import type { Text } from "../../engine/text";
import {
  BOARD_TITLES,
  BOARD_WORDS,
  boardLook,
  FURTHEST,
  LONGEST_PLACE,
  type BoardEntry,
} from "../../engine/whereabouts-board";
import type { Database } from "../../storage/database";
import { findWhereabouts, saveWhereabouts } from "../../storage/whereabouts";
import type { BoardCard, Result, SetWhereaboutsInput, WhereaboutsBoard } from "../api";
import type { Directory } from "../people/directory";
import { boardPeople, findBoardUnit, findOwnPost } from "./board-people";

export interface WhereaboutsParts {
  database: Database;
  directory: () => Directory;
  now: () => Instant;
}

/** The board of a station or a village, as it hangs at the door. Refuses `duty/unknown-board`. */
export async function readBoard(
  parts: WhereaboutsParts,
  unitId: string,
): Promise<Result<WhereaboutsBoard>> {
  const directory = parts.directory();
  const unit = findBoardUnit(directory, unitId);
  if (unit === undefined) return { ok: false, refusal: refuse("duty/unknown-board") };
  const now = parts.now();
  const people = boardPeople(directory, unit, now);
  const entries = await findWhereabouts(
    parts.database,
    people.map(({ id }) => id),
  );
  const cards = people.map((person) => cardOf(person, entries.get(person.id), now));
  return {
    ok: true,
    value: { unit: unit.id, unitName: unit.name, dutyPhone: unit.dutyPhone, cards },
  };
}

/** Turns a person's own card. Refuses what `DutyApi.setWhereabouts` says. */
export async function turnCard(
  parts: WhereaboutsParts,
  person: Person,
  input: SetWhereaboutsInput,
): Promise<Result<BoardCard>> {
  const now = parts.now();
  const post = findOwnPost(person, now);
  if (post === undefined) return { ok: false, refusal: refuse("duty/no-card") };
  const parsed = parseEntry(input, now);
  if (!parsed.ok) return parsed;
  await saveWhereabouts(parts.database, person.id, parsed.value);
  return { ok: true, value: cardOf({ name: person.name, post }, parsed.value, now) };
}

/** A person's own card as it stands; null for those who have none. */
export async function readOwnCard(
  parts: WhereaboutsParts,
  person: Person,
): Promise<{ card: BoardCard; entry: BoardEntry | undefined } | null> {
  const now = parts.now();
  const post = findOwnPost(person, now);
  if (post === undefined) return null;
  const entry = (await findWhereabouts(parts.database, [person.id])).get(person.id);
  return { card: cardOf({ name: person.name, post }, entry, now), entry };
}

function parseEntry(input: SetWhereaboutsInput, now: Instant): Result<BoardEntry> {
  const word = BOARD_WORDS.find((known) => known === input.word);
  if (word === undefined) return { ok: false, refusal: refuse("duty/unknown-word") };
  const place = input.place.trim();
  if (place.length > LONGEST_PLACE) {
    return { ok: false, refusal: refuse("duty/long-place", { most: LONGEST_PLACE }) };
  }
  if (!isMoment(input.until)) return { ok: false, refusal: refuse("duty/no-return") };
  const until = instantOf(input.until);
  if (until <= now) {
    return { ok: false, refusal: refuse("duty/return-passed", { now: clockOf(now) }) };
  }
  if (until > now + FURTHEST) {
    return { ok: false, refusal: refuse("duty/return-too-far", { days: FURTHEST / DAY }) };
  }
  return { ok: true, value: { word, place, until, setAt: now } };
}

/** A card as everybody reads it. One that has gone stale says nothing else. */
function cardOf(
  { name, post }: { name: string; post: Text },
  entry: BoardEntry | undefined,
  now: Instant,
): BoardCard {
  const look = boardLook(entry, now);
  if (entry === undefined || look === "stale") {
    return { name, post, place: "", until: null, word: BOARD_TITLES.stale, look: "stale" };
  }
  const { word, place, until } = entry;
  return { name, post, place, until: showUntil(until, now), word: BOARD_TITLES[word], look };
}

/** The clock alone on the same day. */
function showUntil(until: Instant, now: Instant): Text {
  if (dayOf(until) === dayOf(now)) return { zh: clockOf(until), en: clockOf(until) };
  return {
    zh: showMoment(until, "zh").replace(/^\d{4}年/, ""),
    en: showMoment(until, "en").replace(/ \d{4}/, ""),
  };
}
