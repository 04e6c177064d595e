import { useTranslation } from "react-i18next";
import type { ShiftRequest } from "../../runtime/api";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { RequestCard } from "./request-card";

interface RequestPageProps {
  request: ShiftRequest;
  commandId: string;
  back: string;
  refused?: ShownRefusal;
}

/** One exchange or leave by itself: where an answer was refused, beside why. */
export function RequestPage({ request, commandId, back, refused }: RequestPageProps) {
  const { t } = useTranslation();
  return (
    <PageFrame
      section="duty"
      width="text"
      back={{ to: `/duty/${request.rosterId}`, label: t("exchange.back") }}
    >
      <h1>{t("exchange.request")}</h1>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      <RequestCard request={request} commandId={commandId} back={back} />
    </PageFrame>
  );
}
