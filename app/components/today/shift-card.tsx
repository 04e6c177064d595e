import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BoardWord } from "../../engine/whereabouts-board";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { ShiftOfDay, TodayView } from "../../runtime/api";
import { Gate } from "../gate";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./shift-card.module.css";
import { WhereaboutsControl } from "./whereabouts-control";

interface ShiftCardProps {
  view: TodayView;
  tapped: BoardWord | null;
  /** Why the card could not be turned. */
  refused?: ShownRefusal;
}

/** Today's shift and where to be, and one's own card on the board. */
export function ShiftCard({ view, tapped, refused }: ShiftCardProps) {
  const { t } = useTranslation();
  const { shift } = view;
  return (
    <section className={styles.card} aria-label={t("today.shift")}>
      <div className={styles.head}>
        <h2>
          <Shift view={view} />
        </h2>
        {shift?.today && shift.today.span !== "" && (
          <p className={styles.span}>{shift.today.span}</p>
        )}
      </div>
      {refused && <Gate sentence={refused.message} alert />}
      {view.card && <WhereaboutsControl view={view} tapped={tapped} />}
      {shift && (
        <p className={styles.foot}>
          {shift.next && <Next next={shift.next} />}
          <span className={styles.links}>
            <Link to="/duty#board">{t("watch.board")}</Link>
            <Link to={`/duty/${shift.rosterId}`}>{t("today.roster")}</Link>
          </span>
        </p>
      )}
    </section>
  );
}

function Shift({ view: { shift } }: { view: TodayView }) {
  const { t } = useTranslation();
  const say = useSay();
  if (shift === null) return <>{t("today.noRoster")}</>;
  const { today } = shift;
  if (today === null) return <>{t("today.openDay")}</>;
  const places = today.places.join(t("worklist.between"));
  const isRoom = today.word.zh === "警务室";
  if (isRoom && places !== "") return <>{t("today.room", { place: places })}</>;
  return (
    <>
      {say(today.word)}
      {places === "" ? "" : ` ${places}`}
    </>
  );
}

function Next({ next }: { next: ShiftOfDay }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const day = showDay(next.day, language).replace(/^\d{4}年| \d{4}$/, "");
  return <span>{t("today.next", { day, word: say(next.word) })}</span>;
}
