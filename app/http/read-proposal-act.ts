import { refuse } from "../engine/errors";
import type { ProposalActInput, Result } from "../runtime/api";
import { textOf } from "./form-data";

/** What a page posted to be done with a change. Refuses `http/malformed`. */
export function readProposalAct(
  formData: FormData,
): Result<Pick<ProposalActInput, "revision" | "act">> {
  const revision = Number(textOf(formData, "revision"));
  const act = actOf(formData);
  if (act === null || !Number.isSafeInteger(revision)) {
    return { ok: false, refusal: refuse("http/malformed") };
  }
  return { ok: true, value: { revision, act } };
}

function actOf(formData: FormData): ProposalActInput["act"] | null {
  const act = textOf(formData, "act");
  switch (act) {
    case "submit": {
      const why = textOf(formData, "why");
      return why === "" ? { act } : { act, why };
    }
    case "readTrial":
      return { act };
    case "return":
    case "withdraw":
      return { act, reason: textOf(formData, "reason") };
    case "approve": {
      const [text, documentNumber] = [
        textOf(formData, "opinion"),
        textOf(formData, "documentNumber"),
      ];
      return { act, text, documentNumber };
    }
    case "publish":
      return { act, from: textOf(formData, "from").trim() };
    default:
      return null;
  }
}
