import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RegisterView } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./paper-page.module.css";
import { PrintButton } from "./print-button";
import { RegisterMonths } from "./register-months";
import { RegisterSheet } from "./register-sheet";

interface RegisterPageProps {
  id: string;
  book: RegisterView;
  /** `YYYY-MM-DD`, for the line that says when it was printed. */
  today: string;
}

/** A register as the paper book has it, A4 landscape; other years are one step away. */
export function RegisterPage({ id, book, today }: RegisterPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const thisYear = Number(today.slice(0, 4));
  const period = `year=${book.year}${book.month === null ? "" : `&month=${book.month}`}`;
  const years = [book.year - 1, book.year + 1].filter((year) => year <= thisYear);
  return (
    <>
      <header className={styles.bar}>
        <Link className={styles.back} to="/registers">
          <Icon name="back" />
          {t("register.title")}
        </Link>
        <h1 className={styles.title}>{say(book.title)}</h1>
        {years.map((year) => (
          <Link key={year} className={styles.back} to={`?year=${year}`}>
            {t("register.otherYear", { year })}
          </Link>
        ))}
        <a className={styles.back} href={`/registers/${id}/workbook?${period}`} download>
          {t("register.workbook")}
        </a>
        <PrintButton />
      </header>
      <RegisterMonths year={book.year} month={book.month} today={today} />
      <main id="main" className={styles.desk}>
        <RegisterSheet book={book} today={today} />
      </main>
    </>
  );
}
