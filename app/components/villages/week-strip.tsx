import { useSay } from "../../i18n/use-say";
import type { VillageDay } from "../../runtime/api";
import styles from "./week-strip.module.css";

/** Monday to Sunday, what is open and who comes; today stands out by its word and by its ground. */
export function WeekStrip({ days }: { days: readonly VillageDay[] }) {
  const say = useSay();
  return (
    <ol className={styles.week}>
      {days.map(({ title, lines, is }) => (
        <li
          key={title.zh}
          className={styles[is]}
          aria-current={is === "today" ? "date" : undefined}
        >
          <b>{say(title)}</b>
          {lines.map((line) => (
            <span key={line.zh}>{say(line)}</span>
          ))}
        </li>
      ))}
    </ol>
  );
}
