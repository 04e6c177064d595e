import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { useFrameData } from "./frame-data";
import { PageFrame } from "./page-frame";
import styles from "./me-page.module.css";

/** Begins and ends practice (演练). */
export function PracticePage({ csrf }: { csrf: string }) {
  const { t } = useTranslation();
  const practising = useFrameData()?.practising === true;
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }} width="text">
      <h1>{t("practice.title")}</h1>
      <p>{t("practice.about")}</p>
      <form method="post" action="/practice" className={styles.out}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button kind="go" name="intent" value={practising ? "end" : "begin"}>
          {t(practising ? "practice.end" : "practice.begin")}
        </Button>
      </form>
    </PageFrame>
  );
}
