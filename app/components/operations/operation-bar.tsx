import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { OperationEntry, OperationsView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { operationAddress } from "./operation-address";
import styles from "./operation-bar.module.css";

interface OperationBarProps {
  caseId: string;
  view: Pick<OperationsView, "plain" | "more" | "undo">;
}

/** 转交 退回 撤回 催办 请示, as far as they are offered; the rest behind 更多; and the way to take back the last one. */
export function OperationBar({ caseId, view }: OperationBarProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { plain, more, undo } = view;
  if (plain.length === 0 && more.length === 0 && undo === null) return null;
  return (
    <nav className={styles.bar} aria-label={t("operations.bar")}>
      {undo && (
        <p className={styles.undo}>
          <span>{t("operations.justNow", { done: say(undo.done) })}</span>
          <ButtonLink
            mini
            to={operationAddress(caseId, undo.entry)}
            aria-label={t("operations.undoOf", { label: say(undo.entry.label) })}
          >
            {t("operations.undo")}
          </ButtonLink>
        </p>
      )}
      {plain.length > 0 && (
        <div className={styles.plain}>
          {plain.map((entry) => (
            <ButtonLink key={entry.key} to={operationAddress(caseId, entry)}>
              {say(entry.label)}
            </ButtonLink>
          ))}
        </div>
      )}
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{t("operations.more")}</summary>
          <MoreList caseId={caseId} entries={more} />
        </details>
      )}
    </nav>
  );
}

function MoreList({ caseId, entries }: { caseId: string; entries: readonly OperationEntry[] }) {
  const say = useSay();
  return (
    <div className={styles.list}>
      {entries.map((entry) => (
        <ButtonLink key={entry.key} to={operationAddress(caseId, entry)}>
          {say(entry.label)}
        </ButtonLink>
      ))}
    </div>
  );
}
