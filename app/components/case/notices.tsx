import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import styles from "./link-list.module.css";
import { useNoticeState } from "./use-notice-state";

/** What the matter has made public, with how each stands; each leads to what can be passed on. */
export function Notices({ id, notices }: Pick<CaseView, "id" | "notices">) {
  const { t } = useTranslation();
  const say = useSay();
  const stateOf = useNoticeState();
  if (notices.length === 0) return null;
  return (
    <Card title={t("published.title")} plain>
      <ul className={styles.links}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link to={`/cases/${id}/notices/${notice.id}`}>
              <span>
                {say(notice.title)}
                <span className={styles.small}>{stateOf(notice)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
