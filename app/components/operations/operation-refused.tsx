import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { keptTexts, type KeptOperation } from "./kept-operation";
import styles from "./operation-page.module.css";

interface OperationRefusedProps {
  view: Pick<CaseView, "id" | "number" | "title">;
  refusal: ShownRefusal;
  /** What had been typed when it was no longer offered. */
  kept: KeptOperation | undefined;
}

/** An operation that is not offered (any more): why, and what had been written, to be copied. */
export function OperationRefused({ view, refusal, kept }: OperationRefusedProps) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = kept?.refusal ?? refusal;
  const texts = kept ? keptTexts(kept) : [];
  const of = [view.number, say(view.title)].filter(Boolean).join(t("operations.between"));
  return (
    <PageFrame
      section="cases"
      width="text"
      back={{ to: `/cases/${view.id}`, label: t("operations.toMatter") }}
    >
      <div className={styles.list}>
        <header className={styles.head}>
          <p>{of}</p>
          <h1>{t("step.notNow")}</h1>
        </header>
        <Gate sentence={shown.message} code={shown.code} alert />
        {texts.length > 0 && (
          <Card title={t("operations.typed")}>
            {texts.map((text, index) => (
              <p key={`${index} ${text}`}>{text}</p>
            ))}
          </Card>
        )}
        <ButtonLink to={`/cases/${view.id}`}>{t("operations.seeMatter")}</ButtonLink>
      </div>
    </PageFrame>
  );
}
