import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RegisterView } from "../../runtime/api";
import { useFrameData } from "../frame-data";
import sheetStyles from "./paper-sheet.module.css";
import styles from "./register-sheet.module.css";
import { Unbroken } from "./unbroken";

/** Width of the table on the A4 sheet, in millimetres: what columns without a width share. */
const WHOLE = 253;

/** The pages of a register. A correction is a line of its own that names the old one. */
export function RegisterSheet({ book, today }: { book: RegisterView; today: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const demo = useFrameData()?.demo;
  const { columns, rows } = book;
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const share = open > 0 ? Math.max(20, (WHOLE - given) / open) : 0;
  const whole = given + open * share;
  const corrections = rows.filter(({ correction }) => correction).length;
  return (
    <article className={`${sheetStyles.sheet} ${sheetStyles.landscape}`}>
      <p className={sheetStyles.remark}>{demo && t("demo")}</p>
      <h2 className={styles.title}>{say(book.title)}</h2>
      <p className={styles.meta}>
        <span>{t("register.unit", { unit: book.unitName })}</span>
        <span>{t("register.year", { year: book.year })}</span>
      </p>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <colgroup>
            {columns.map(({ key, width = share }) => (
              <col key={key} width={`${((width / whole) * 100).toFixed(2)}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ caseId, cells, correction }, row) => (
              <tr key={`${row} ${caseId}`} className={correction ? styles.correction : undefined}>
                {columns.map(({ key }, index) => (
                  <td key={key}>
                    {index === 0 ? (
                      <Link to={`/cases/${caseId}`}>{cells[key] || t("register.open")}</Link>
                    ) : (
                      <Unbroken text={cells[key] ?? ""} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length}>{t("register.empty")}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className={styles.signatures}>
        <span>
          {t("register.recorder")}
          <i />
        </span>
        <span>
          {t("register.checker")}
          <i />
        </span>
        <span className={styles.count}>
          {t("register.count", { count: rows.length - corrections })}
          {corrections > 0 && `，${t("register.corrections", { count: corrections })}`}
        </span>
      </p>
      <footer className={sheetStyles.foot}>
        <p>
          {t("register.printed", { day: showDay(today, language) })}
          {book.masked && t("register.masked")}
        </p>
      </footer>
    </article>
  );
}
