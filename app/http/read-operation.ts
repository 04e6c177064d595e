import { refuse } from "../engine/errors";
import { OPERATIONS } from "../engine/operations/operation-source";
import type { MoveInput, OperationInput, Result } from "../runtime/api";
import { textOf } from "./form-data";

const MOVES: readonly MoveInput["move"][] = [
  ...(["return", "withdraw", "void", "reopen", "pause", "resume"] as const),
];

/** What an operation's page posted, as it was typed. */
export interface PostedOperation {
  intent: "send" | "search";
  search: string;
  to: string[];
  state: string;
  way: string;
  reason: string;
  text: string;
  until: string;
}

/** Reads the fields of an operation's page; what is missing is empty. */
export function readPostedOperation(form: FormData): PostedOperation {
  const to = form.getAll("to").filter((one): one is string => typeof one === "string");
  return {
    intent: textOf(form, "intent") === "search" ? "search" : "send",
    search: textOf(form, "search"),
    to: to.filter((one) => one !== ""),
    ...{ state: textOf(form, "state"), way: textOf(form, "way"), until: textOf(form, "until") },
    reason: textOf(form, "reason").replaceAll("\r\n", "\n").trim(),
    text: textOf(form, "text").replaceAll("\r\n", "\n").trim(),
  };
}

type Asked = { kind: "move"; input: MoveInput } | { kind: "operation"; input: OperationInput };

/** The command that an operation's page asks for. Refuses `http/malformed`, `operation/unknown`. */
export function readOperation(
  form: FormData,
  about: { caseId: string; key: string; task: string | null; answers: string | null },
): Result<Asked> {
  const expectedSeq = Number(textOf(form, "expectedSeq"));
  if (!Number.isSafeInteger(expectedSeq)) return { ok: false, refusal: refuse("http/malformed") };
  const { caseId, key, task, answers } = about;
  const base = { caseId, commandId: textOf(form, "commandId"), expectedSeq };
  const { to, state, way, reason, text, until } = readPostedOperation(form);
  const move = MOVES.find((name) => name === key);
  if (move !== undefined) {
    const where = state === "" ? {} : { to: state };
    const how: Pick<MoveInput, "way"> = way === "stepwise" || way === "straight" ? { way } : {};
    return {
      ok: true,
      value: { kind: "move", input: { ...base, move, reason, ...where, ...how } },
    };
  }
  const operation = OPERATIONS.find((name) => name === key);
  if (operation === undefined) return { ok: false, refusal: refuse("operation/unknown") };
  return {
    ok: true,
    value: {
      kind: "operation",
      input: {
        ...{ ...base, operation },
        ...(task === null ? {} : { task }),
        ...(answers === null ? {} : { answers }),
        ...(to.length === 0 ? {} : { to }),
        ...(state === "" ? {} : { state }),
        ...(reason === "" ? {} : { reason }),
        ...(text === "" ? {} : { text }),
        ...(until === "" ? {} : { until }),
      },
    },
  };
}
