import { useMemo } from "react";
import { say } from "../../engine/text";
import { useLanguage } from "../../i18n/use-say";
import type { FormFault } from "../form/find-faults";
import type { StepReply } from "./step-reply";

/** The fields that the server could not accept, in the page's language. The same array while the reply is. */
export function useReplyFaults(reply: StepReply | undefined): readonly FormFault[] {
  const language = useLanguage();
  return useMemo(
    () =>
      (reply?.refusal?.fields ?? []).map(({ pointer, message }) => ({
        pointer,
        message: say(message, language),
      })),
    [reply, language],
  );
}
