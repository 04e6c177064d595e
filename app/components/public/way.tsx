import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { FollowView } from "../../runtime/api";
import styles from "./way.module.css";

/** The way of an objection: done, where it is now, and what is to come. */
export function Way({ steps }: Pick<FollowView, "steps">) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  return (
    <ol className={styles.way}>
      {steps.map(({ title, is, day, due }, index) => (
        <li
          key={`${index} ${title.zh}`}
          className={styles[is]}
          aria-current={is === "now" ? "step" : undefined}
        >
          <b>{say(title)}</b>
          {day && is === "done" && <span>{showDay(day, language)}</span>}
          {due && <span>{t("follow.by", { day: showDay(due, language) })}</span>}
        </li>
      ))}
    </ol>
  );
}
