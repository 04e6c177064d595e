import { useTranslation } from "react-i18next";
import { ButtonLink } from "./button";
import { useFrameData } from "./frame-data";
import styles from "./welcome.module.css";

/** What this is, in two sentences, and the way in. */
export function Welcome() {
  const { t } = useTranslation();
  const demo = useFrameData()?.demo;
  return (
    <section className={styles.welcome}>
      <h1>{t("brand")}</h1>
      <p className={styles.lead}>{t("home.lead")}</p>
      <p>{t("home.about")}</p>
      <p>{t("home.processes")}</p>
      {!demo && (
        <ButtonLink kind="go" to="/sign-in">
          {t("home.signIn")}
        </ButtonLink>
      )}
    </section>
  );
}
