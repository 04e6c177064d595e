import type { Command } from "../command";
import { refuse } from "../errors";
import { isBoundedForm } from "../form/bounded-form";
import { isObject, type Json, type JsonObject } from "../json";
import { OPERATIONS } from "../operations/operation-source";
import type { Refusal } from "../refusal";

const TYPES = new Set([
  ...["start", "event", "move", "call", "vote", "operation"],
  ...["timer", "link", "told", "parent", "job", "recount"],
]);
const ANSWERS = new Set(["agree", "reject", "abstain"]);
const MOVES = new Set(["return", "withdraw", "void", "reopen", "pause", "resume"]);
const MAX_REASON = 1_000;

/** Names that belong to the system: never events that a person may send. */
export function isReservedEvent(event: string): boolean {
  return (
    /^(xstate\.|qy\.|decided\.|link:|parent:|tell:|timer:|job:|after )/.test(event) ||
    event.includes("*")
  );
}

/** Judges the shape of a command whatever it is; null where it is sound. Never throws. */
export function checkCommand(command: Command): Refusal | null {
  const unknown = command as unknown as Json;
  if (!isObject(unknown)) return malformed("command");
  const { id, type, expectedSeq, occurredAt, enteredFor } = unknown;
  if (typeof id !== "string" || id === "" || id.length > 200) return malformed("id");
  if (typeof type !== "string" || !TYPES.has(type)) return malformed("type");
  if (!Number.isSafeInteger(expectedSeq)) return malformed("expectedSeq");
  if (!Number.isSafeInteger(occurredAt)) return malformed("occurredAt");
  if (enteredFor !== undefined) {
    if (
      !isObject(enteredFor) ||
      typeof enteredFor["name"] !== "string" ||
      enteredFor["name"].length > 60
    )
      return malformed("enteredFor");
    if (!/^\d{4}-\d\d-\d\d$/.test(String(enteredFor["originalDay"])))
      return malformed("enteredFor");
  }
  if (type === "start" || type === "event") {
    if (!isObject(unknown["form"])) return malformed("form");
    if (!isBoundedForm(unknown["form"])) return refuse("form/too-deep");
  }
  if (type === "event" && (typeof unknown["event"] !== "string" || unknown["event"].length > 100))
    return malformed("event");
  if (type === "move") {
    if (typeof unknown["move"] !== "string" || !MOVES.has(unknown["move"]))
      return malformed("move");
    if (typeof unknown["reason"] !== "string" || unknown["reason"].length > MAX_REASON)
      return malformed("reason");
    if (unknown["to"] !== undefined && typeof unknown["to"] !== "string") return malformed("to");
  }
  if (
    type === "call" &&
    unknown["note"] !== undefined &&
    (typeof unknown["note"] !== "string" || unknown["note"].length > MAX_REASON)
  ) {
    return malformed("note");
  }
  if (type === "event" && unknown["next"] !== undefined && !isIds(unknown["next"]))
    return malformed("next");
  if (type === "operation") return checkOperation(unknown);
  return type === "vote" ? checkVote(unknown) : null;
}

function checkOperation(command: JsonObject): Refusal | null {
  const { operation, to, until } = command;
  if (!OPERATIONS.some((known) => known === operation)) return malformed("operation");
  if (to !== undefined && !isIds(to)) return malformed("to");
  if (until !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(until))) return malformed("until");
  const texts = { task: 300, state: 100, answers: 100, reason: MAX_REASON, text: MAX_REASON };
  const wrong = Object.entries(texts).find(([key, most]) => {
    const text = command[key];
    return text !== undefined && (typeof text !== "string" || text.length > most);
  });
  return wrong === undefined ? null : malformed(wrong[0]);
}

function isIds(ids: Json): boolean {
  return (
    Array.isArray(ids) &&
    ids.length <= 60 &&
    ids.every((id) => typeof id === "string" && id !== "" && id.length <= 100)
  );
}

function checkVote({ task, answer, reason, counts, photo }: JsonObject): Refusal | null {
  if (typeof task !== "string" || task.length > 300) return malformed("task");
  if (typeof answer !== "string" || !ANSWERS.has(answer)) return malformed("answer");
  if (reason !== undefined && (typeof reason !== "string" || reason.length > MAX_REASON))
    return malformed("reason");
  if (photo !== undefined && (typeof photo !== "string" || photo.length > 200))
    return malformed("photo");
  return counts === undefined || isCounts(counts) ? null : malformed("counts");
}

function isCounts(counts: Json): boolean {
  return (
    isObject(counts) &&
    Object.keys(counts).sort().join() === "abstain,agree,eligible,reject" &&
    Object.values(counts).every(
      (n) => Number.isSafeInteger(n) && Number(n) >= 0 && Number(n) <= 1e6,
    )
  );
}

function malformed(what: string): Refusal {
  return refuse("case/malformed-command", { what });
}
