import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { ObjectionReceipt } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { Unbroken } from "../paper/unbroken";
import { PublicFrame, type PublicPage } from "./public-frame";
import styles from "./receipt-page.module.css";
import { Way } from "./way";

interface ReceiptPageProps extends PublicPage {
  receipt: ObjectionReceipt;
  noticeId: string;
}

/** That it was received: the query code, shown this once, what comes next, and what stands still. */
export function ReceiptPage({ receipt, noticeId, ...page }: ReceiptPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { code, number, at, held, until, steps } = receipt;
  return (
    <PublicFrame
      {...page}
      where={t("notice.board")}
      foot={
        <>
          <ButtonLink to={`/notices/${noticeId}`}>{t("objection.toNotice")}</ButtonLink>
          <ButtonLink kind="go" to="/follow">
            {t("objection.toFollow")}
          </ButtonLink>
        </>
      }
    >
      <h1>{t("objection.received")}</h1>
      <p className={styles.when}>{[number, say(at)].filter(Boolean).join(" · ")}</p>
      <section className={styles.code}>
        <h2>{t("objection.code")}</h2>
        <p className={styles.digits}>
          {code.slice(0, 4)} {code.slice(4)}
        </p>
        <p>{t("objection.codeHelp")}</p>
      </section>
      <Card title={t("objection.next")}>
        <Way steps={steps} />
      </Card>
      {held && (
        <Card>
          <p className={styles.held}>
            <b>{t("objection.held", { row: held.row, mark: say(held.mark) })}</b>{" "}
            {until && <Unbroken text={t("objection.others", { day: showDay(until, language) })} />}
          </p>
        </Card>
      )}
    </PublicFrame>
  );
}
