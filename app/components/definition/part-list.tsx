import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { DefinitionPage, PartRow } from "../../runtime/api";
import { partAddress } from "./part-address";
import styles from "./part-list.module.css";

const CHANGED = {
  draft: "definition.changedDraft",
  here: "definition.changedHere",
  above: "definition.changedAbove",
} as const;

/** Parts by name; what was changed is marked, and what may not be changed says why. */
export function PartList({ page, rows }: { page: DefinitionPage; rows: readonly PartRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const shared = sharedBy(rows);
  return (
    <>
      {shared && <p className={styles.shared}>{say(shared)}</p>}
      <ul className={styles.list}>
        {rows.map(({ part, title, of, changed, isOpen, says }) => (
          <li key={part}>
            <Link to={partAddress(page, part)}>
              <b>{say(title)}</b>
              {of && <span className={styles.of}>{say(of)}</span>}
              {changed && (
                <span className={changed === "above" ? styles.above : styles.changed}>
                  {t(CHANGED[changed])}
                </span>
              )}
              {!isOpen && says?.zh !== shared?.zh && (
                <span className={styles.fixed}>{t("definition.fixed")}</span>
              )}
              {shared && !says && <span className={styles.above}>{t("definition.isOpen")}</span>}
              {says && says.zh !== shared?.zh && <span className={styles.says}>{say(says)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What may be done with most of the rows: it is said once, above them. */
function sharedBy(rows: readonly PartRow[]): PartRow["says"] {
  const found = rows.flatMap(({ says }) => says ?? []);
  const count = (zh: string) => found.filter((one) => one.zh === zh).length;
  return found.find(({ zh }) => count(zh) > 1 && count(zh) * 2 > rows.length) ?? null;
}
