import { useTranslation } from "react-i18next";

/** 公示还剩 4 个工作日，含今天 — or that today is the last day, or that the time stands still. */
export function useTimeLeft(left: number | null, includesToday: boolean): string {
  const { t } = useTranslation();
  if (left === null) return t("notice.stopped");
  if (left <= 1 && includesToday) return t("notice.lastDay");
  return t(includesToday ? "notice.leftToday" : "notice.leftAfter", { count: left });
}
