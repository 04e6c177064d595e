import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { weekdayWord } from "../today/weekday-word";
import styles from "./roster-day.module.css";
import { partsOf, shiftWord, shortDay } from "./shift-text";

/** A phone's way through a roster: one day with everybody, and from each person to their whole line. */
export function RosterDay({ view, day }: { view: RosterView; day: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const index = Math.max(
    0,
    view.days.findIndex((one) => one.day === day),
  );
  const here = view.days[index]?.day ?? day;
  const [before, after] = [view.days[index - 1], view.days[index + 1]];
  return (
    <section className={styles.day}>
      <h2>
        {t("duty.day", { day: `${shortDay(here, language)} ${weekdayWord(here, language)}` })}
      </h2>
      <nav className={styles.days}>
        {before ? <Link to={`?on=${before.day}`}>{t("duty.previous")}</Link> : <span />}
        {after && <Link to={`?on=${after.day}`}>{t("duty.following")}</Link>}
      </nav>
      <ul>
        {view.rows.map((row) => {
          const cell = row.cells[index];
          const stored = cell?.stored ?? "";
          return (
            <li key={row.id} className={row.parted ? styles.parted : undefined}>
              <Link to={`?person=${row.id}#edit`}>
                {row.name} <span>{say(row.post)}</span>
              </Link>
              <span className={styles.where}>
                {cell?.marks.map(({ mark }) => (
                  <em key={mark}>{mark}</em>
                ))}
                {partsOf(stored).places.join(t("worklist.between"))}
              </span>
              <b className={styles[cell?.look ?? "open"]}>
                {shiftWord(stored, { kinds: view.kinds, language }) || t("duty.open")}
              </b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
