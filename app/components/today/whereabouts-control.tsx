import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BOARD_TITLES, BOARD_WORDS, type BoardWord } from "../../engine/whereabouts-board";
import { useSay } from "../../i18n/use-say";
import type { TodayView } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";
import { untilChoices, type UntilChoice } from "./until-choices";
import styles from "./whereabouts-control.module.css";

const PLACELESS: ReadonlySet<BoardWord> = new Set(["in", "off", "leave"]);

interface WhereaboutsControlProps {
  view: TodayView;
  /** The word that was tapped first; the second tap says until when. */
  tapped: BoardWord | null;
}

/** One's own card: the first tap chooses the word, the second until when. Both work before scripts arrive. */
export function WhereaboutsControl({ view, tapped }: WhereaboutsControlProps) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = tapped ?? view.word;
  return (
    <>
      <nav className={styles.words} aria-label={t("today.board")}>
        {BOARD_WORDS.map((word) => (
          <Link
            key={word}
            to={`/today?card=${word}#until`}
            replace
            preventScrollReset
            className={word === shown ? styles.chosen : undefined}
            aria-current={word === shown ? "true" : undefined}
          >
            {word === shown && <Icon name="yes" />}
            {say(BOARD_TITLES[word])}
          </Link>
        ))}
      </nav>
      {tapped ? <UntilForm view={view} word={tapped} /> : <CardSays view={view} />}
    </>
  );
}

/** What the card says now. */
function CardSays({ view: { card } }: { view: TodayView }) {
  const { t } = useTranslation();
  const say = useSay();
  if (card === null) return null;
  if (card.until === null) return <p className={styles.stale}>{t("today.boardStale")}</p>;
  const place = card.place === "" ? "" : ` ${card.place}`;
  return (
    <p className={styles.says}>
      {t("today.boardSays", { word: say(card.word), place, until: say(card.until) })}
    </p>
  );
}

function UntilForm({ view, word }: { view: TodayView; word: BoardWord }) {
  const { t } = useTranslation();
  const shiftEnd = view.shift?.today?.span.split("—")[1] ?? "";
  const choices = untilChoices({
    now: view.now,
    shiftEnd,
    off: word === "off" || word === "leave",
  });
  const places = [...new Set([...(view.shift?.today?.places ?? []), ...view.places])];
  return (
    <Form method="post" action="/today" className={styles.until} id="until">
      <CsrfField />
      <input type="hidden" name="word" value={word} />
      {!PLACELESS.has(word) && places.length > 0 && (
        <div className={styles.place}>
          <label htmlFor="place">{t("today.where")}</label>
          <select id="place" name="place" className={fieldStyles.input} defaultValue={places[0]}>
            {places.map((place) => (
              <option key={place} value={place}>
                {place}
              </option>
            ))}
            <option value="">{t("today.noPlace")}</option>
          </select>
        </div>
      )}
      <p className={styles.ask}>{t(word === "in" ? "today.leaves" : "today.until")}</p>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Button key={choice.moment} name="until" value={choice.moment}>
            <UntilWord choice={choice} />
          </Button>
        ))}
      </div>
      <div className={styles.other}>
        <label htmlFor="clock">{t("today.clock")}</label>
        <input id="clock" name="clock" type="time" className={fieldStyles.input} />
        <Button mini name="until" value="clock">
          {t("today.setClock")}
        </Button>
      </div>
    </Form>
  );
}

function UntilWord({ choice: { clock, days } }: { choice: UntilChoice }) {
  const { t } = useTranslation();
  if (days === 0) return <>{clock}</>;
  return (
    <>
      {t(days === 1 ? "today.tomorrow" : "today.inDays", { days })} {clock}
    </>
  );
}
