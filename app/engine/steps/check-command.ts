import type { Command } from "../command";
import { refuse } from "../errors";
import { isBoundedForm } from "../form/bounded-form";
import { isObject, type Json } from "../json";
import type { Refusal } from "../refusal";

const TYPES = new Set([
  ...["start", "event", "move", "call"],
  ...["timer", "link", "told", "job", "recount"],
]);
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
  return null;
}

function malformed(what: string): Refusal {
  return refuse("case/malformed-command", { what });
}
