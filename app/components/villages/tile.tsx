import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { VillageTile } from "../../runtime/api";
import { DueChip } from "../due-chip";
import { ModelBadge, modelTint } from "../models/model-badge";
import styles from "./tile.module.css";

/** One village: its name and model, who serves it, and the one thing to know today. */
export function Tile({ tile }: { tile: VillageTile }) {
  const { t } = useTranslation();
  const say = useSay();
  const { code, name, model, serves, chip } = tile;
  return (
    <li>
      <Link
        className={`${styles.tile} ${model ? modelTint(model) : styles.none}`}
        to={`/villages/${code}`}
      >
        <span className={styles.top}>
          <b>{name}</b>
          {model && <ModelBadge model={model} small />}
        </span>
        <span className={styles.serves}>{say(serves)}</span>
        {chip ? (
          <DueChip due={{ ...chip, day: null }} />
        ) : (
          <span className={styles.calm}>{t("villages.nothingDue")}</span>
        )}
      </Link>
    </li>
  );
}
