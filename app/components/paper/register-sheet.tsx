import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RegisterRow, RegisterView } from "../../runtime/api";
import sheetStyles from "./paper-sheet.module.css";
import styles from "./register-sheet.module.css";
import { SheetRemark } from "./sheet-remark";
import { Unbroken } from "./unbroken";

/** Width of the table on the A4 sheet, in millimetres: what columns without a width share. */
const WHOLE = 253;

/** Width of the column of running numbers. */
const NUMBER = 15;

/** The pages of a register, book by book. A correction is a line of its own that names the old one. */
export function RegisterSheet({ book, today }: { book: RegisterView; today: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { columns, rows } = book;
  const given = columns.reduce((sum, { width = 0 }) => sum + width, NUMBER);
  const open = columns.filter(({ width }) => width === undefined).length;
  const share = open > 0 ? Math.max(20, (WHOLE - given) / open) : 0;
  const whole = given + open * share;
  const corrections = rows.filter(({ corrects }) => corrects !== null).length;
  const hasSeveralBooks = new Set(rows.map(({ unitName }) => unitName)).size > 1;
  return (
    <article className={`${sheetStyles.sheet} ${sheetStyles.landscape}`}>
      <SheetRemark />
      <h2 className={styles.title}>{say(book.title)}</h2>
      <p className={styles.meta}>
        <span>{t("register.unit", { unit: book.unitName })}</span>
        <span>
          {t("register.year", { year: book.year })}
          {book.month !== null && t("register.ofMonth", { month: book.month })}
        </span>
      </p>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <colgroup>
            <col width={`${((NUMBER / whole) * 100).toFixed(2)}%`} />
            {columns.map(({ key, width = share }) => (
              <col key={key} width={`${((width / whole) * 100).toFixed(2)}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t("register.number")}</th>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {book.oldRows.map((row) => (
              <tr key={`${row.unitName} ${row.number}`}>
                <td>
                  {row.number}
                  <span className={styles.corrects}>
                    {t("register.old", { unit: row.unitName })}
                  </span>
                </td>
                {columns.map(({ key }) => (
                  <td key={key}>
                    <Unbroken text={row.cells[key] ?? ""} />
                  </td>
                ))}
              </tr>
            ))}
            {rows.map((row, index) => (
              <Fragment key={`${row.unitName} ${row.number}`}>
                {hasSeveralBooks && row.unitName !== rows[index - 1]?.unitName && (
                  <tr>
                    <th className={styles.book} colSpan={columns.length + 1} scope="rowgroup">
                      {row.unitName}
                    </th>
                  </tr>
                )}
                <tr>
                  <td>
                    <Link to={`/cases/${row.caseId}`} title={t("register.open")}>
                      {row.number}
                    </Link>
                    <Corrects row={row} year={book.year} />
                  </td>
                  {columns.map(({ key }) => (
                    <td key={key}>
                      <Unbroken text={row.cells[key] ?? ""} />
                    </td>
                  ))}
                </tr>
              </Fragment>
            ))}
            {rows.length + book.oldRows.length === 0 && (
              <tr>
                <td colSpan={columns.length + 1}>{t("register.empty")}</td>
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
          {corrections > 0 && `${t("comma")}${t("register.corrections", { count: corrections })}`}
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

/** What a correction corrects; a line of another book is named with its unit or year. */
function Corrects({ row, year }: { row: RegisterRow; year: number }) {
  const { t } = useTranslation();
  const { corrects } = row;
  if (corrects === null) return null;
  const { number, unitName } = corrects;
  const elsewhere = [
    unitName ?? "",
    corrects.year === year ? "" : t("register.year", { year: corrects.year }),
  ].join("");
  return (
    <span className={styles.corrects}>
      {elsewhere === ""
        ? t("register.corrects", { number })
        : t("register.correctsElsewhere", { number, book: elsewhere })}
    </span>
  );
}
