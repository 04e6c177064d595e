import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { VillagesView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { ModelBadge } from "../models/model-badge";
import { Tile } from "./tile";
import styles from "./villages-page.module.css";

interface VillagesProps {
  villages: VillagesView;
  /** Between the heading and the tiles. */
  children?: ReactNode;
}

/** Every village as a tile, township by township, each with its model: by letter, shape and colour. */
export function Villages({ villages, children }: VillagesProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { region, count, legend, bands, changes, mayCompare } = villages;
  return (
    <>
      <header className={styles.intro}>
        <div>
          <p className={styles.crumb}>{t("villages.region", { region, count })}</p>
          <h1>{t("villages.heading")}</h1>
        </div>
        <ul className={styles.legend} aria-label={t("villages.legend")}>
          {legend.map(({ model, count: used }) => (
            <li key={model.id}>
              <ModelBadge model={model} small />
              {say(model.title)} {used}
            </li>
          ))}
        </ul>
        {mayCompare && (
          <ButtonLink mini to="/models/compare">
            {t("villages.compare")}
          </ButtonLink>
        )}
      </header>
      {children}
      {bands.map(({ id, name, county, about, tiles }) => (
        <section
          key={id}
          className={county === null ? styles.band : `${styles.band} ${styles.first}`}
        >
          <div className={styles.name}>
            {county !== null && <p className={styles.cap}>{county}</p>}
            <h2>{name}</h2>
            <p className={styles.cap}>{say(about)}</p>
          </div>
          <ul className={styles.tiles}>
            {tiles.map((tile) => (
              <Tile key={tile.code} tile={tile} />
            ))}
          </ul>
        </section>
      ))}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ code, name, text }) => (
            <li key={`${code} ${text.zh}`}>
              <b>{name}</b> {say(text)}
              <Link to={`/villages/${code}`}>{t("villages.see")}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
