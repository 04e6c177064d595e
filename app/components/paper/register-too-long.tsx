import { useTranslation } from "react-i18next";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { RegisterMonths } from "./register-months";

interface RegisterTooLongProps {
  refusal: ShownRefusal;
  year: number;
  today: string;
}

/** A year that is too long for one sheet: why, and its months. */
export function RegisterTooLong({ refusal, year, today }: RegisterTooLongProps) {
  const { t } = useTranslation();
  return (
    <PageFrame
      section="registers"
      tabs
      width="text"
      back={{ to: "/registers", label: t("register.title") }}
    >
      <h1>{t("register.year", { year })}</h1>
      <Gate sentence={refusal.message} code={refusal.code} />
      <RegisterMonths year={year} month={null} today={today} />
    </PageFrame>
  );
}
