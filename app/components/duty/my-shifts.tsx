import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { Icon } from "../icon";
import { weekdayWord } from "../today/weekday-word";
import styles from "./my-shifts.module.css";
import { shiftSaid, shortDay } from "./shift-text";

/** So many days stand there at once; the others are one tap away. */
const MOST = 7;

/** One's own days from today on, each a tap away from an exchange or a leave. For a phone: a desk has the grid. */
export function MyShifts({ view, today }: { view: RosterView; today: string }) {
  const { t } = useTranslation();
  const row = view.rows.find(({ id }) => id === view.mine);
  const cells = (row?.cells ?? []).filter(({ day }) => day >= today);
  if (row === undefined || cells.length === 0) return null;
  const rest = cells.slice(MOST);
  return (
    <section className={styles.mine} aria-label={t("exchange.mine")}>
      <h2>{t("exchange.mine")}</h2>
      <Days view={view} row={row.id} cells={cells.slice(0, MOST)} />
      {rest.length > 0 && (
        <details>
          <summary>{t("exchange.later", { count: rest.length })}</summary>
          <Days view={view} row={row.id} cells={rest} />
        </details>
      )}
    </section>
  );
}

interface DaysProps {
  view: RosterView;
  row: string;
  cells: RosterView["rows"][number]["cells"];
}

function Days({ view, row, cells }: DaysProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul>
      {cells.map(({ day, stored }) => (
        <li key={day}>
          <Link to={`?row=${row}&day=${day}#edit`} preventScrollReset>
            <span>
              {shortDay(day, language)} {weekdayWord(day, language)}
            </span>
            <b>{shiftSaid(stored, { kinds: view.kinds, language }) || t("duty.open")}</b>
            <Icon name="next" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
