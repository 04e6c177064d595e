import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OpenAdoption, VillageView } from "../../runtime/api";
import { AdoptionList } from "../adopt/adoption-list";
import { Button, ButtonLink } from "../button";
import { PageFrame } from "../page-frame";
import styles from "./village-page.module.css";
import { VillageSheet } from "./village-sheet";

interface VillagePageProps {
  village: VillageView;
  /** A second village beside it. */
  beside: VillageView | null;
  choices: { code: string; name: string }[];
  /** Models being adopted here. */
  adoptions: OpenAdoption[];
  mayCompare: boolean;
  isSignedIn: boolean;
}

/** A village's page, or two beside each other: the same software, each by its own model. */
export function VillagePage(props: VillagePageProps) {
  const { village, beside, choices, adoptions, mayCompare, isSignedIn } = props;
  const { t } = useTranslation();
  const others = choices.filter(({ code }) => code !== village.code);
  return (
    <PageFrame
      section="villages"
      back={{ to: "/villages", label: t("villages.title") }}
      width={beside ? "full" : "text"}
    >
      <header className={styles.head}>
        <h1>
          {beside ? t("villages.both", { one: village.name, other: beside.name }) : village.name}
        </h1>
        <Form method="get" className={styles.beside}>
          <label htmlFor="beside">{t("villages.beside")}</label>
          <select id="beside" name="beside" defaultValue={beside?.code ?? ""}>
            <option value="">{t("villages.alone")}</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <Button mini>{t("villages.show")}</Button>
        </Form>
      </header>
      <div className={beside ? styles.pair : undefined}>
        <VillageSheet village={village} />
        {beside && <VillageSheet village={beside} />}
      </div>
      <AdoptionList adoptions={adoptions} />
      <p className={styles.foot}>
        {isSignedIn && (
          <ButtonLink mini to={`/villages/${village.code}/facts`}>
            {t("villages.facts")}
          </ButtonLink>
        )}
        {mayCompare && (
          <ButtonLink mini to={`/models/compare?unit=${village.township}`}>
            {t("adopt.adoptHere")}
          </ButtonLink>
        )}
        <ButtonLink mini to={`/v/${village.code}`}>
          {t("villages.board", { village: village.name })}
        </ButtonLink>
      </p>
    </PageFrame>
  );
}
