import type { EnteredFor } from "../../engine/command";
import { refuse } from "../../engine/errors";
import { photoType } from "../../engine/form/photo";
import { DAY } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import { dayOf, isDay, startOfDay } from "../../engine/time/zone";
import type { EnteredForInput, Result } from "../api";
import { uuidv7 } from "./new-id";

/** A photo of a paper original, checked and named, to be stored with its step. */
export interface NewPhoto {
  id: string;
  type: string;
  bytes: Uint8Array;
}

/** When a step happened and for whom it was entered. */
export interface Happened {
  occurredAt: Instant;
  enteredFor?: EnteredFor;
  photo?: NewPhoto;
}

/**
 * Reads 代录: when the step really happened, whose signature the paper carries, and its photo. Refuses a
 * date that is none (`time/not-a-day`) and a picture that is none (`case/photo-type`, `…-too-large`).
 */
export function readEnteredFor(
  input: EnteredForInput | null | undefined,
  when: { lastAt: Instant; at: Instant },
): Result<Happened> {
  if (input === undefined || input === null) {
    return { ok: true, value: { occurredAt: when.at } };
  }
  const { name, originalDay, photo } = input;
  const shown = originalDay.slice(0, 40);
  if (!isDay(originalDay)) {
    return { ok: false, refusal: refuse("time/not-a-day", { value: shown }) };
  }
  const occurredAt = momentOn(originalDay, when);
  if (photo === undefined || photo === null) {
    return { ok: true, value: { occurredAt, enteredFor: { name, originalDay } } };
  }
  const type = photoType(photo.bytes);
  if (!type.ok) return type;
  const id = uuidv7(when.at);
  return {
    ok: true,
    value: {
      occurredAt,
      enteredFor: { name, originalDay, photo: id },
      photo: { id, type: type.value, bytes: photo.bytes },
    },
  };
}

/** A paper's date as a moment: after the step before where that was on the same day, and never ahead. */
function momentOn(day: string, { lastAt, at }: { lastAt: Instant; at: Instant }): Instant {
  if (day === dayOf(at)) return at;
  const begin = startOfDay(day);
  return begin <= lastAt && lastAt < begin + DAY ? lastAt : begin;
}
