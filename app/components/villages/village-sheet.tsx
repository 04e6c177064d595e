import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { BoardCard, VillageView } from "../../runtime/api";
import { ModelBadge, modelTint } from "../models/model-badge";
import styles from "./village-sheet.module.css";
import { WayWithCounts } from "./way-with-counts";
import { WeekStrip } from "./week-strip";

/** One village on one sheet: what it is, who serves it, how matters go there, this week, what has changed. */
export function VillageSheet({ village }: { village: VillageView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { name, whereabouts, kind, facts, model, dutyPhone, cards, way, more, week } = village;
  return (
    <article className={styles.sheet}>
      <header className={`${styles.head} ${model ? modelTint(model) : ""}`}>
        {model && <ModelBadge model={model} />}
        <h2>{name}</h2>
        <p className={styles.kind}>
          {[whereabouts, kind && say(kind)].filter(Boolean).join("·")}
          <span>{say(facts)}</span>
        </p>
        <p className={styles.sentence}>
          {model ? (
            <>
              <b>{say(model.title)}</b>
              {t("colon")}
              {say(model.sentence)}
            </>
          ) : (
            t("villages.noModel")
          )}
        </p>
      </header>
      <section className={styles.part}>
        <h3>
          {t("villages.serving")}
          {dutyPhone && (
            <span>
              {t("villages.dutyPhone")} <a href={`tel:${dutyPhone}`}>{dutyPhone}</a>
            </span>
          )}
        </h3>
        <ul className={styles.board}>
          {cards.map((card) => (
            <Card key={`${card.name} ${card.post.zh}`} card={card} />
          ))}
        </ul>
      </section>
      {way && (
        <section className={styles.part}>
          <h3>
            {say(way.title)}
            <span>{t("villages.counts")}</span>
          </h3>
          <WayWithCounts stops={way.stops} />
          <ul className={styles.more}>
            {more.map(({ title, value }) => (
              <li key={title.zh}>
                <b>{say(title)}</b>
                <span>{say(value)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Processes processes={village.processes} />
      <section className={styles.part}>
        <h3>
          {t("villages.week")}
          {week.note && <span>{say(week.note)}</span>}
        </h3>
        <WeekStrip days={week.days} />
      </section>
      <Changes village={village} />
    </article>
  );
}

function Processes({ processes }: Pick<VillageView, "processes">) {
  const { t } = useTranslation();
  const say = useSay();
  if (processes.length === 0) return null;
  return (
    <details className={`${styles.part} ${styles.runs}`}>
      <summary>
        <h3>{t("villages.runs")}</h3>
        <span>{processes.map(({ title }) => say(title)).join(t("worklist.between"))}</span>
      </summary>
      <ul>
        {processes.map(({ title, says, isPlanned, differs }) => (
          <li key={title.zh}>
            <b>{say(title)}</b>
            {isPlanned && <em>{t("villages.notYet")}</em>}
            <p>{say(says)}</p>
            {differs.map((text) => (
              <p key={text.zh} className={styles.differs}>
                {say(text)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Card({ card }: { card: BoardCard }) {
  const say = useSay();
  const { t } = useTranslation();
  const { name, post, place, until, word, look } = card;
  const at = [place, until && t("villages.until", { time: say(until) })]
    .filter(Boolean)
    .join(t("comma"));
  return (
    <li>
      <span>
        <b>{name}</b>
        {say(post)}
      </span>
      <span className={styles.at}>{at}</span>
      <em className={styles[look]}>{say(word)}</em>
    </li>
  );
}

function Changes({ village: { changes, suggestion } }: { village: VillageView }) {
  const { t } = useTranslation();
  const say = useSay();
  if (changes.length === 0 && suggestion === null) return null;
  return (
    <section className={styles.part}>
      <h3>{t("villages.changed")}</h3>
      <ul className={styles.changes}>
        {changes.map(({ day, text, basis }) => (
          <li key={`${day.zh} ${text.zh}`}>
            {say(text)}
            {basis && <span>{say(basis)}</span>}
          </li>
        ))}
        {suggestion && <li>{say(suggestion)}</li>}
      </ul>
    </section>
  );
}
