import { useTranslation } from "react-i18next";
import type { SubstitutesView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import styles from "./substitutes.module.css";
import { SubstitutionList } from "./substitution-list";

/** 谁代我 and 我代谁, and for a chief those of the station; the way to name somebody. */
export function SubstitutesCard({ view }: { view: SubstitutesView }) {
  const { t } = useTranslation();
  const { forMe, byMe, ofOthers } = view;
  return (
    <Card title={t("substitutes.title")}>
      <h3 className={styles.part}>{t("substitutes.forMe")}</h3>
      {forMe.length === 0 && <p className={styles.what}>{t("substitutes.nobodyForMe")}</p>}
      <SubstitutionList rows={forMe} />
      <h3 className={styles.part}>{t("substitutes.byMe")}</h3>
      {byMe.length === 0 && <p className={styles.what}>{t("substitutes.nobodyByMe")}</p>}
      <SubstitutionList rows={byMe} />
      {ofOthers.length > 0 && (
        <>
          <h3 className={styles.part}>{t("substitutes.ofOthers")}</h3>
          <SubstitutionList rows={ofOthers} />
        </>
      )}
      <p className={styles.go}>
        <ButtonLink mini to="/me/substitutes">
          {t("substitutes.name")}
        </ButtonLink>
      </p>
    </Card>
  );
}
