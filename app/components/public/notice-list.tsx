import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { NoticeView } from "../../runtime/api";
import styles from "./notice-list.module.css";

/** The list itself, as it was made public; what is held is marked beneath its row. */
export function NoticeList({ notice }: { notice: Pick<NoticeView, "columns" | "rows"> }) {
  const { t } = useTranslation();
  const say = useSay();
  const { columns, rows } = notice;
  if (rows.length === 0) return <p className={styles.none}>{t("notice.emptyList")}</p>;
  return (
    <div className={styles.box}>
      <table className={styles.list}>
        <caption className={styles.caption}>{t("notice.list")}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ cells, mark }, row) => (
          <tbody key={`${row} ${Object.values(cells).join(" ")}`}>
            <tr>
              {columns.map(({ key }) => (
                <td key={key}>{cells[key] ?? "—"}</td>
              ))}
            </tr>
            {mark && (
              <tr className={styles.held}>
                <td colSpan={columns.length}>{say(mark)}</td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
