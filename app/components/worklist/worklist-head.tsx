import { useTranslation } from "react-i18next";
import { ButtonLink } from "../button";
import { Icon } from "../icon";
import styles from "./worklist-head.module.css";

/** Title of the worklist; on a desk with the one thing to press. A phone has it at the foot. */
export function WorklistHead() {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <h1>{t("worklist.title")}</h1>
      <span className={styles.start}>
        <ButtonLink kind="go" to="/cases/new">
          <Icon name="plus" />
          {t("nav.startCase")}
        </ButtonLink>
      </span>
    </header>
  );
}
