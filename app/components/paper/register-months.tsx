import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./register-months.module.css";

interface RegisterMonthsProps {
  year: number;
  /** The month that is shown; null for the whole year. */
  month: number | null;
  /** `YYYY-MM-DD`: months to come are not offered. */
  today: string;
}

/** The months of a year's register, and the year as a whole. */
export function RegisterMonths({ year, month, today }: RegisterMonthsProps) {
  const { t } = useTranslation();
  const isPast = (one: number) => `${year}-${String(one).padStart(2, "0")}` <= today.slice(0, 7);
  const months = Array.from({ length: 12 }, (_, i) => i + 1).filter(isPast);
  return (
    <nav className={styles.months} aria-label={t("register.months")}>
      <Link to={`?year=${year}`} aria-current={month === null ? "page" : undefined}>
        {t("register.wholeYear", { year })}
      </Link>
      {months.map((one) => (
        <Link
          key={one}
          to={`?year=${year}&month=${one}`}
          aria-current={month === one ? "page" : undefined}
        >
          {t("register.month", { month: one })}
        </Link>
      ))}
    </nav>
  );
}
