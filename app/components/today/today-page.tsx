import { useTranslation } from "react-i18next";
import type { BoardWord } from "../../engine/whereabouts-board";
import type { Text } from "../../engine/text";
import { showDay } from "../../engine/time/zone";
import { useLanguage } from "../../i18n/use-say";
import type { ShiftRequest, TodayView, Trip, Watch } from "../../runtime/api";
import { RequestCard } from "../duty/request-card";
import { WatchCard } from "../duty/watch-card";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { LogCard, PapersToBring } from "./day-cards";
import { ShiftCard } from "./shift-card";
import styles from "./today-page.module.css";
import { TripList } from "./trip-list";
import { weekdayWord } from "./weekday-word";

interface TodayPageProps {
  view: TodayView;
  /** Exchanges and leaves that wait for somebody, where they concern the reader. */
  requests: ShiftRequest[];
  /** Watches to sign in for, to hand over or to take over. */
  watches: Watch[];
  commandId: string;
  tapped: BoardWord | null;
  said: Text | null;
  refused?: ShownRefusal;
}

/** One person's day: the shift and the card, what is due on the trip to each village, papers, the log. */
export function TodayPage(props: TodayPageProps) {
  const { view, requests, watches, commandId, tapped, said, refused } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { trips, later, log } = view;
  const day = showDay(view.day, language).replace(/^\d{4}年| \d{4}$/, "");
  return (
    <PageFrame section="today" tabs>
      <Said text={said} />
      <div className={styles.head}>
        <h1>{t("today.title")}</h1>
        <p>
          {day} {weekdayWord(view.day, language)}
        </p>
      </div>
      <div className={styles.columns}>
        <div className={styles.mine}>
          {watches.map((watch) => (
            <WatchCard key={watch.caseId ?? watch.day} {...{ watch, commandId }} />
          ))}
          {requests.map((request) => (
            <RequestCard key={request.caseId} {...{ request, commandId }} back="/today" />
          ))}
          <ShiftCard view={view} tapped={tapped} refused={refused} />
        </div>
        <div className={styles.trips}>
          {trips.map((trip) => (
            <TripList key={trip.place} trip={trip} />
          ))}
          {trips.length === 0 && <p className={styles.nothing}>{t("today.nothing")}</p>}
          {later > 0 && <p className={styles.later}>{t("today.later", { count: later })}</p>}
        </div>
        <div className={styles.cards}>
          <PapersToBring trips={onTheWay(view)} />
          <LogCard log={log} />
        </div>
      </div>
    </PageFrame>
  );
}

/** The trips that the roster sends one on today; all of them where it names no village. */
function onTheWay({ trips, shift }: TodayView): readonly Trip[] {
  const places = shift?.today?.places ?? [];
  return places.length === 0 ? trips : trips.filter(({ placeName }) => places.includes(placeName));
}
