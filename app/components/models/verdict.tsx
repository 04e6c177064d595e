import { useTranslation } from "react-i18next";
import type { ComparedModel } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./verdict.module.css";

const SHAPES = { feasible: "yes", infeasible: "no", open: "lack" } as const;

/** 可行, 不可行 or 待核: a rule's answer, in ink; only what can be done next is blue. */
export function Verdict({ is }: { is: ComparedModel["verdict"] }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.verdict} ${styles[is]}`}>
      <Icon name={SHAPES[is]} />
      {t(`models.verdict.${is}`)}
    </span>
  );
}
