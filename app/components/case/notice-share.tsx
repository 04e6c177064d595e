import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PublishedNotice } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { PageFrame } from "../page-frame";
import { QrCode, type QrShape } from "../paper/qr-code";
import styles from "./notice-share.module.css";
import { useNoticeState } from "./use-notice-state";

interface NoticeShareProps {
  caseId: string;
  notice: PublishedNotice;
  url: string;
  qr: QrShape;
}

/** One notice for its officers: how it stands, the public page, and what may be posted in the village's group. */
export function NoticeShare({ caseId, notice, url, qr }: NoticeShareProps) {
  const { t } = useTranslation();
  const say = useSay();
  const stateOf = useNoticeState();
  const { id, title, status, rows, held, number } = notice;
  const message = say(notice.message).replace("{url}", url);
  return (
    <PageFrame
      section="cases"
      width="text"
      back={{ to: `/cases/${caseId}`, label: t("published.back") }}
      where={number}
    >
      <h1>{say(title)}</h1>
      <p className={styles.state}>
        {stateOf(notice)} · {t("published.rows", { count: rows })}
        {held > 0 && ` · ${t("published.held", { count: held })}`}
      </p>
      {status === "open" && (
        <>
          <div className={styles.acts}>
            <ButtonLink to={`/notices/${id}`} reloadDocument>
              {t("published.see")}
            </ButtonLink>
            <ButtonLink to={`/notices/${id}/print`} reloadDocument>
              {t("notice.print")}
            </ButtonLink>
          </div>
          <Card title={t("published.share")}>
            <p className={styles.help}>{t("published.shareHelp")}</p>
            <textarea
              className={styles.message}
              readOnly
              rows={message.split("\n").length + 3}
              value={message}
              aria-label={t("published.share")}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <figure className={styles.qr}>
              <QrCode shape={qr} label={t("notice.qr")} />
              <figcaption>
                {t("published.qr")}
                <Link to={url}>{url}</Link>
              </figcaption>
            </figure>
          </Card>
        </>
      )}
    </PageFrame>
  );
}
