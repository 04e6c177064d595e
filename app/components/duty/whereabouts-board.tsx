import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { WhereaboutsBoard as Board } from "../../runtime/api";
import styles from "./whereabouts-board.module.css";

/** The board at the door: name, post, where and until, the word. It is read, not pressed. */
export function WhereaboutsBoard({ board }: { board: Board }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      {board.dutyPhone && (
        <p className={styles.phone}>{t("duty.phone", { phone: board.dutyPhone })}</p>
      )}
      <ul className={styles.board}>
        {board.cards.map((card) => (
          <li key={card.name}>
            <span className={styles.name}>
              <b>{card.name}</b> {say(card.post)}
            </span>
            <span className={styles.until}>
              {[card.place, card.until && t("duty.until", { until: say(card.until) })]
                .filter(Boolean)
                .join(t("comma"))}
            </span>
            <span className={`${styles.word} ${styles[card.look]}`}>{say(card.word)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
