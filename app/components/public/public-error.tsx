import { useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import { ButtonLink } from "../button";
import { readError } from "../error-page";
import styles from "../error-page.module.css";
import { PublicFrame } from "./public-frame";

/** What a public page shows where it has nothing to show: the reason in plain words. */
export function PublicError() {
  const { t } = useTranslation();
  const say = useSay();
  const { status, refusal } = readError(useRouteError());
  const isMissing = status === 404;
  const otherwise = isMissing ? t("refusal.textNotFound") : t("refusal.textBroken");
  return (
    <PublicFrame where={t("notice.board")}>
      <div className={styles.page} role="alert">
        <h1>{isMissing ? t("refusal.titleNotFound") : t("refusal.titleBroken")}</h1>
        <p>{refusal ? say(refusal.message) : otherwise}</p>
        <ButtonLink to="/follow">{t("objection.toFollow")}</ButtonLink>
      </div>
    </PublicFrame>
  );
}
