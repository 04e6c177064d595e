import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { FollowView } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { Card } from "../card";
import { TextField } from "../field";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./follow-page.module.css";
import { PublicFrame, type PublicPage } from "./public-frame";
import { Way } from "./way";

interface FollowPageProps extends PublicPage {
  found: FollowView | null;
  refusal: ShownRefusal | null;
}

/** Where an objection stands, by its code: names of steps and days, and nothing else. */
export function FollowPage({ found, refusal, ...page }: FollowPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <PublicFrame {...page} where={t("notice.board")}>
      <h1>{found ? t("follow.found") : t("follow.title")}</h1>
      {found ? (
        <>
          <p className={styles.help}>{found.number}</p>
          <Card>
            <Way steps={found.steps} />
          </Card>
          {found.ended && <p className={styles.ended}>{t("follow.ended")}</p>}
          <p className={styles.again}>
            <ButtonLink to="/follow">{t("follow.again")}</ButtonLink>
          </p>
        </>
      ) : (
        <form method="post" className={styles.form} noValidate>
          <p className={styles.help}>{t("follow.help")}</p>
          <input type="hidden" name="csrf" value={page.csrf} />
          <TextField
            id="code"
            name="code"
            label={t("follow.code")}
            hint={t("follow.codeHint")}
            fault={refusal ? say(refusal.message) : undefined}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
          />
          <Button kind="go" wide>
            {t("follow.look")}
          </Button>
        </form>
      )}
    </PublicFrame>
  );
}
