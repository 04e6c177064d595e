import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage } from "../../i18n/use-say";
import type { PublishedNotice } from "../../runtime/api";

/** Says how a notice stands: shown and until when, over, taken down, replaced. */
export function useNoticeState(): (notice: PublishedNotice) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ status, until }) => {
    if (status !== "open") return t(`published.${status}`);
    return until === null
      ? t("published.openStopped")
      : t("published.open", { day: showDay(until, language) });
  };
}
