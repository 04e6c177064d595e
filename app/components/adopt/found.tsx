import { useTranslation } from "react-i18next";
import type { ComparedModel } from "../../runtime/api";
import { Because } from "../models/comparison";
import { PeopleRow } from "../models/people-row";
import { Verdict } from "../models/verdict";
import styles from "./adopt.module.css";

/** What the comparison found with the people there are now: the verdict, who is needed, what it rests on. */
export function Found({ found }: { found: ComparedModel }) {
  const { t } = useTranslation();
  return (
    <div className={styles.found}>
      <p className={styles.verdict}>
        {t("adopt.foundNow")}
        <Verdict is={found.verdict} />
      </p>
      <PeopleRow slots={found.slots} />
      <Because column={found} />
    </div>
  );
}
