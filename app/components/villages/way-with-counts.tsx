import { useSay } from "../../i18n/use-say";
import type { VillageView } from "../../runtime/api";
import styles from "./way-with-counts.module.css";

type Stops = NonNullable<VillageView["way"]>["stops"];

/** The stream lying down: how many matters stand at each stop, what it is, and who acts there. */
export function WayWithCounts({ stops }: { stops: Stops }) {
  const say = useSay();
  return (
    <ol className={styles.way}>
      {stops.map(({ title, who, count }) => (
        <li key={title.zh}>
          <i className={count === 0 ? styles.none : undefined}>{count}</i>
          <b>{say(title)}</b>
          {say(who)}
        </li>
      ))}
    </ol>
  );
}
