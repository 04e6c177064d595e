import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ProposalView } from "../../runtime/api";
import { Card } from "../card";
import { TextField } from "../field";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./draft-card.module.css";
import { Facts } from "./facts";
import type { TypedDraft } from "./parameter-page";
import { WhyField } from "./why-field";

interface DraftCardProps {
  draft: ProposalView | null;
  typed: Pick<TypedDraft, "why" | "wantedFrom">;
  refusal: ShownRefusal | null;
}

/** The way of a draft to others' signatures: who, what is still to come, why, and the buttons. */
export function DraftCard({ draft, typed, refusal }: DraftCardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const whyFault = refusal?.fields?.find(({ pointer }) => pointer === "why");
  return (
    <Card title={t("change.signOff")}>
      <Facts
        rows={[
          ...(draft
            ? [
                {
                  name: t("change.author"),
                  value: (
                    <Link to={`/rules/changes/${draft.id}`}>
                      {[draft.author, say(draft.begun)].join(t("comma"))}
                    </Link>
                  ),
                },
              ]
            : []),
          { name: t("change.review"), value: t("change.reviewer") },
          { name: t("change.opinion"), value: t("change.waitsOpinion"), dim: true },
          { name: t("change.documentNumber"), value: t("change.waitsNumber"), dim: true },
          { name: t("change.effective"), value: t("change.waitsDay"), dim: true },
        ]}
      />
      <WhyField value={typed.why} fault={whyFault && say(whyFault.message)} />
      <TextField
        id="wantedFrom"
        name="wantedFrom"
        type="date"
        label={t("change.wantedFrom")}
        defaultValue={typed.wantedFrom}
      />
      <div className={styles.buttons}>
        <SubmitButton kind="go" wide name="intent" value="submit">
          {t("change.submit")}
        </SubmitButton>
        <SubmitButton wide name="intent" value="save">
          {t("change.save")}
        </SubmitButton>
      </div>
      <p className={styles.note}>{t("change.ownReview")}</p>
    </Card>
  );
}
