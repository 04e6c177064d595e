import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { NoticeView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { QrCode, type QrShape } from "../paper/qr-code";
import { Unbroken } from "../paper/unbroken";
import { CountdownCard } from "./countdown-card";
import { NoticeList } from "./notice-list";
import styles from "./notice-page.module.css";
import { PhoneLink } from "./phone-link";
import { PublicFrame, type PublicPage } from "./public-frame";

interface NoticePageProps extends PublicPage {
  notice: NoticeView;
  /** The village from whose board somebody came. */
  village: string | null;
  qr: QrShape;
}

/** A notice: how long it is still shown, its list, and how to disagree. */
export function NoticePage({ notice, village, qr, ...page }: NoticePageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { id, title, issuer, countdown, takesObjections } = notice;
  const back =
    village === null ? {} : { back: { to: `/v/${village}`, label: t("notice.backToBoard") } };
  const follow = <ButtonLink to="/follow">{t("notice.follow")}</ButtonLink>;
  const object = takesObjections && (
    <ButtonLink kind="go" to={`/notices/${id}/object`}>
      {t("notice.object")}
    </ButtonLink>
  );
  return (
    <PublicFrame
      {...page}
      {...back}
      where={t("notice.board")}
      width="wide"
      foot={
        <>
          {follow}
          {object}
        </>
      }
    >
      <p className={styles.issuer}>{issuer}</p>
      <h1>{say(title)}</h1>
      <div className={styles.parts}>
        <div className={styles.time}>
          <CountdownCard notice={notice} countdown={countdown} />
        </div>
        <div className={styles.what}>
          <p className={styles.text}>
            <Unbroken text={say(notice.text)} />
          </p>
          <NoticeList notice={notice} />
        </div>
        <div className={styles.differ}>
          {takesObjections && (
            <>
              <h2>{t("notice.differ")}</h2>
              <p className={styles.help}>{t("notice.differHelp")}</p>
            </>
          )}
          <NoticeFacts notice={notice} />
          <div className={styles.acts}>
            {object}
            {follow}
          </div>
          <figure className={styles.qr}>
            <QrCode shape={qr} label={t("notice.qr")} />
            <figcaption>
              {t("notice.qr")}
              <a href={`/notices/${id}/print`}>{t("notice.print")}</a>
            </figcaption>
          </figure>
        </div>
      </div>
    </PublicFrame>
  );
}

function NoticeFacts({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { contact, places, number } = notice;
  return (
    <dl className={styles.facts}>
      {contact && (
        <>
          <dt>{t("notice.contact")}</dt>
          <dd>
            <PhoneLink text={say(contact)} />
          </dd>
        </>
      )}
      {places && (
        <>
          <dt>{t("notice.places")}</dt>
          <dd>{say(places)}</dd>
        </>
      )}
      {number && (
        <>
          <dt>{t("notice.number")}</dt>
          <dd>{number}</dd>
        </>
      )}
    </dl>
  );
}
