import { data, type AppLoadContext } from "@remix-run/node";
import { editForm } from "../engine/form/edit-form";
import type { JsonObject } from "../engine/json";
import type { Language } from "../engine/text";
import type { ObjectionInput, ObjectionReceipt, Result, SummaryRow } from "../runtime/api";
import { readStep, textOf } from "./form-data";
import { toRefusedBody, type RefusedBody } from "./refused.server";
import { refusalHeaders } from "./refusal-response";
import { refusalStatus } from "./refusal-status";

/** What goes back to the page; the shape of `ObjectionReply`, and the receipt where it was sent. */
export interface ObjectionReplyBody {
  view: "form" | "check";
  answers: JsonObject;
  row: number | null;
  rows: SummaryRow[];
  refusal: RefusedBody | null;
  receipt: ObjectionReceipt | null;
}

/**
 * Does what the pressed button of the objection's page asks: draws the form anew, shows the answers once more, or
 * sends it. The receipt is the answer to the post itself: nothing that leads to the code is kept anywhere.
 */
export async function takeObjection(ask: {
  id: string;
  formData: FormData;
  context: AppLoadContext;
  language: Language;
}) {
  const { id, formData, context, language } = ask;
  const { runtime, address } = context;
  const read = await readStep(formData);
  if (!read.ok) return reply({ answers: {}, row: null }, { refused: read });
  const { intent, form, commandId } = read.value;
  const row = readRow(formData);
  const kept = { answers: form, row };
  if (typeof intent !== "string") return reply({ answers: editForm(form, intent), row });
  if (intent === "update" || intent === "back") return reply(kept);
  const input: ObjectionInput = { id, row: row ?? 0, commandId, form, language, address };
  if (intent === "check") {
    const checked = await runtime.previewObjection(input);
    return checked.ok
      ? reply(kept, { view: "check", rows: checked.value })
      : reply(kept, { refused: checked });
  }
  const sent = await runtime.object(input);
  return sent.ok ? reply(kept, { receipt: sent.value }) : reply(kept, { refused: sent });
}

/** The number of the chosen row; null where none was chosen. Where the matter itself takes it, none is asked. */
function readRow(formData: FormData): number | null {
  if (!formData.has("row")) return 1;
  const row = Number(textOf(formData, "row"));
  return Number.isSafeInteger(row) && row > 0 ? row : null;
}

type Refused = Extract<Result<never>, { ok: false }>;

function reply(
  kept: Pick<ObjectionReplyBody, "answers" | "row">,
  more: Partial<Pick<ObjectionReplyBody, "view" | "rows" | "receipt">> & { refused?: Refused } = {},
) {
  const { refused } = more;
  const body: ObjectionReplyBody = {
    ...kept,
    view: more.view ?? "form",
    rows: more.rows ?? [],
    refusal: refused ? toRefusedBody(refused) : null,
    receipt: more.receipt ?? null,
  };
  if (!refused) return data(body);
  const { refusal } = refused;
  return data(body, { status: refusalStatus(refusal), headers: refusalHeaders(refusal) });
}
