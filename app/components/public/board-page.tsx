import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { BoardView, NoticeHead } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Icon } from "../icon";
import styles from "./board-page.module.css";
import { PublicFrame, type PublicPage } from "./public-frame";

/** A village's board: what is made public now, and whom to call. */
export function BoardPage({ board, ...page }: PublicPage & { board: BoardView }) {
  const { t } = useTranslation();
  const { villageName, unitName, notices, duty, code } = board;
  return (
    <PublicFrame {...page} where={unitName ?? ""} width="wide">
      <h1>{t("notice.boardOf", { village: villageName })}</h1>
      <div className={styles.parts}>
        <section className={styles.notices}>
          <h2>{t("notice.now")}</h2>
          {notices.length === 0 && <p className={styles.none}>{t("notice.none")}</p>}
          <ul>
            {notices.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} village={code} />
            ))}
          </ul>
        </section>
        <section className={styles.side}>
          {duty && (
            <div className={styles.duty}>
              <h2>{t("notice.duty")}</h2>
              <a className={styles.phone} href={`tel:${duty.phone}`}>
                <Icon name="phone" />
                {duty.phone}
              </a>
              <p>{duty.unitName}</p>
              <p>{t("notice.emergency")}</p>
            </div>
          )}
          <ButtonLink wide to="/follow">
            {t("objection.toFollow")}
          </ButtonLink>
        </section>
      </div>
    </PublicFrame>
  );
}

/** The figure is how many working days are left. */
function NoticeCard({ notice, village }: { notice: NoticeHead; village: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { id, title, issuer, until, left, provisional } = notice;
  return (
    <li className={styles.card}>
      <Link to={`/notices/${id}?v=${village}`}>
        <span className={styles.figure} aria-hidden="true">
          {left ?? "‖"}
        </span>
        <span className={styles.words}>
          <b>{say(title)}</b>
          <span>{issuer}</span>
          <span>{left === null ? t("notice.stopped") : t("notice.left", { count: left })}</span>
          {until && <span>{t("notice.until", { day: showDay(until, language) })}</span>}
          {provisional && until && (
            <span className={styles.provisional}>
              {t("notice.provisional", { year: until.slice(0, 4) })}
            </span>
          )}
        </span>
        <Icon name="next" />
      </Link>
    </li>
  );
}
