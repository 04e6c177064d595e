import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import styles from "./import-page.module.css";

/** What came of an import, as far as the page may know it; `null`: no file was chosen. */
export type ShownAnswer =
  | { ok: true; rows: number; added: number; changed: number; same: number }
  | {
      ok: false;
      message: Text;
      faults: readonly { line: number; column: Text | null; message: Text }[];
    };

/** Says how an import came out; every row that is wrong with what to do about it. */
export function ImportAnswer({ answer, dry }: { answer: ShownAnswer | null; dry: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  if (answer?.ok) {
    return (
      <p role="status" className={styles.done}>
        {t(dry ? "imports.looked" : "imports.done", { ...answer })}
      </p>
    );
  }
  return (
    <section role="alert" className={styles.refused}>
      <p>{answer ? say(answer.message) : t("imports.noFile")}</p>
      {answer && answer.faults.length > 0 && (
        <table className={styles.faults} role="table">
          <caption>{t("imports.faults")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{t("imports.line")}</th>
              <th role="columnheader">{t("imports.column")}</th>
              <th role="columnheader">{t("imports.fault")}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {answer.faults.map(({ line, column, message }, index) => (
              <tr role="row" key={index}>
                <td role="cell" data-label={t("imports.line")}>
                  {line}
                </td>
                <td role="cell" data-label={t("imports.column")}>
                  {column ? say(column) : t("imports.wholeRow")}
                </td>
                <td role="cell">{say(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
