import { data, redirect, type AppLoadContext } from "@remix-run/node";
import { editForm } from "../engine/form/edit-form";
import type { JsonObject } from "../engine/json";
import type { HistoryLine, Result, StepAnswer, SubmitInput, SummaryRow } from "../runtime/api";
import { checkEnteredFor, readStep, type PostedStep } from "./form-data";
import { toRefusedBody, type RefusedBody } from "./refused.server";
import { refusalHeaders } from "./refusal-response";
import { refusalStatus } from "./refusal-status";
import { keepSaid } from "./said-cookie.server";

/** How one kind of step is checked and taken: the first of a matter, or one of its events. */
export interface StepDoor {
  preview(posted: PostedStep, input: SubmitInput): Promise<Result<SummaryRow[]>>;
  send(posted: PostedStep, input: SubmitInput): Promise<Result<StepAnswer>>;
  /** What others did since the page was opened. */
  changesSince(seq: number): Promise<HistoryLine[]>;
  /** Where to go afterwards, where that is not the matter's own page. */
  pageAfter?: string;
}

/** What goes back to the page; the shape of `StepReply` in `app/components/step`. */
export interface StepReplyBody {
  view: "form" | "check";
  answers: JsonObject;
  place: string;
  /** `photo`: one was chosen; a browser does not let a page choose it again. */
  enteredFor: { name: string; originalDay: string; photo: boolean } | null;
  /** Who is named to act next, and who was looked for. */
  next: string[];
  search: string;
  rows: SummaryRow[];
  refusal: RefusedBody | null;
  changes: HistoryLine[];
}

/**
 * Does what the pressed button of a step's page asks: draws the form with one item more or fewer, shows the
 * answers once more, or takes the step and goes on to the matter. A refusal comes back with all that was typed.
 */
export async function takeStep(ask: {
  formData: FormData;
  context: AppLoadContext;
  door: StepDoor;
}) {
  const { formData, context, door } = ask;
  const read = await readStep(formData);
  if (!read.ok) return reply(emptyPost, { refused: read });
  const posted = read.value;
  const { intent, form, enteredFor, commandId, expectedSeq } = posted;
  if (typeof intent !== "string") return reply({ ...posted, form: editForm(form, intent) });
  if (intent === "update" || intent === "back") return reply(posted);
  const input: SubmitInput = { commandId, expectedSeq, form, enteredFor };
  const entered = checkEnteredFor(enteredFor);
  if (!entered.ok) {
    // The fields at fault stand on the page that was sent.
    const again = posted.isChecked ? await door.preview(posted, input) : null;
    const view = again?.ok ? ({ view: "check", rows: again.value } as const) : {};
    return reply(posted, { refused: entered, ...view });
  }
  if (intent === "check") {
    const checked = await door.preview(posted, input);
    return checked.ok
      ? reply(posted, { view: "check", rows: checked.value })
      : reply(posted, { refused: checked, changes: await changes(checked, posted, door) });
  }
  const taken = await door.send(posted, input);
  if (!taken.ok) {
    return reply(posted, { refused: taken, changes: await changes(taken, posted, door) });
  }
  const { message } = taken.value;
  const headers = { "Set-Cookie": keepSaid(message, context.secure) };
  const to = taken.value.readable ? door.pageAfter : undefined;
  return redirect(to ?? pageAfter(taken.value), { headers });
}

/** The matter's page; the list where the step has taken the matter out of the person's reach. */
export function pageAfter({ caseId, readable }: Pick<StepAnswer, "caseId" | "readable">): string {
  return readable ? `/cases/${caseId}` : "/cases";
}

type Refused = Extract<Result<never>, { ok: false }>;

const emptyPost = { form: {}, place: "", enteredFor: null, next: [], search: "" };

function reply(
  posted: Pick<PostedStep, "form" | "place" | "enteredFor" | "next" | "search">,
  more: { view?: "check"; rows?: SummaryRow[]; refused?: Refused; changes?: HistoryLine[] } = {},
) {
  const { enteredFor } = posted;
  const body: StepReplyBody = {
    view: more.view ?? "form",
    answers: posted.form,
    place: posted.place,
    enteredFor: enteredFor && {
      name: enteredFor.name,
      originalDay: enteredFor.originalDay,
      photo: Boolean(enteredFor.photo),
    },
    next: posted.next,
    search: posted.search,
    rows: more.rows ?? [],
    refusal: more.refused ? toRefusedBody(more.refused) : null,
    changes: more.changes ?? [],
  };
  const refusal = more.refused?.refusal;
  if (!refusal) return data(body);
  return data(body, { status: refusalStatus(refusal), headers: refusalHeaders(refusal) });
}

async function changes({ refusal }: Refused, posted: PostedStep, door: StepDoor) {
  return refusal.kind === "conflict" ? door.changesSince(posted.expectedSeq) : [];
}
