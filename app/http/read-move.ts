import { refuse } from "../engine/errors";
import type { CallInput, MoveInput, Result } from "../runtime/api";
import { textOf } from "./form-data";

const MOVES: readonly MoveInput["move"][] = [
  "return",
  "withdraw",
  "void",
  "reopen",
  "pause",
  "resume",
];

type Asked = { intent: "call"; call: CallInput } | { intent: "move"; move: MoveInput };

/** What a button of a matter's page asks for. Refuses `http/malformed`. */
export function readMove(form: FormData, caseId: string): Result<Asked> {
  const expectedSeq = Number(textOf(form, "expectedSeq"));
  const base = { caseId, commandId: textOf(form, "commandId"), expectedSeq };
  const intent = textOf(form, "intent");
  if (!Number.isSafeInteger(expectedSeq)) return { ok: false, refusal: refuse("http/malformed") };
  if (intent === "call") {
    const note = textOf(form, "note").trim();
    return { ok: true, value: { intent, call: { ...base, ...(note ? { note } : {}) } } };
  }
  const move = MOVES.find((name) => intent === `move:${name}`);
  if (move === undefined) return { ok: false, refusal: refuse("http/malformed") };
  const to = textOf(form, "to");
  const way = textOf(form, "way");
  return {
    ok: true,
    value: {
      intent: "move",
      move: {
        ...base,
        move,
        reason: textOf(form, "reason").trim(),
        ...(to ? { to } : {}),
        ...(way === "stepwise" || way === "straight" ? { way } : {}),
      },
    },
  };
}
