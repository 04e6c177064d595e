import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RosterMark, RosterView } from "../../runtime/api";
import { Icon } from "../icon";
import { weekdayWord } from "../today/weekday-word";
import styles from "./roster-grid.module.css";
import { mayAskFor } from "./shift-panel";
import { partsOf, shiftWord, shortDay, shortWord } from "./shift-text";

/** Above so many days the columns are narrow and hold one character. */
const WIDE = 10;

/** People by days. A letter in the corner of a cell is explained beside the grid. */
export function RosterGrid({ view, chosen }: { view: RosterView; chosen: string | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const isDense = view.days.length > WIDE;
  return (
    <div className={styles.box} tabIndex={0} role="region" aria-label={t("duty.rosters")}>
      <table className={isDense ? `${styles.grid} ${styles.dense}` : styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t("duty.people")}</th>
            {view.days.map(({ day, weekend, today }) => (
              <th
                key={day}
                scope="col"
                className={[weekend && styles.weekend, today && styles.today]
                  .filter(Boolean)
                  .join(" ")}
              >
                {weekdayWord(day, language).replace("星期", "").slice(0, 3)}
                <span>{isDense ? Number(day.slice(8)) : shortDay(day, language)}</span>
              </th>
            ))}
            <th scope="col">{t("duty.hours")}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr
              key={row.id}
              className={[row.parted && styles.parted, row.id === view.mine && styles.mine]
                .filter(Boolean)
                .join(" ")}
            >
              <th scope="row">
                <Link to={`?person=${row.id}`} preventScrollReset>
                  {row.name}
                </Link>
                <span>{say(row.post)}</span>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.day}>
                  <Cell
                    view={view}
                    cell={cell}
                    to={`?row=${row.id}&day=${cell.day}#edit`}
                    isChosen={chosen === `${row.id} ${cell.day}`}
                    isDense={isDense}
                    isLink={view.mayEdit || mayAskFor(view, row.id)}
                  />
                </td>
              ))}
              <td className={styles.hours}>{row.hours}</td>
            </tr>
          ))}
          <tr className={styles.nights}>
            <th scope="row">{t("duty.nights")}</th>
            {view.nights.map(({ day, holds, mark }) => (
              <td key={day}>
                {holds ? (
                  <Icon name="yes" />
                ) : (
                  <b className={styles.short}>{mark ?? t("duty.short")}</b>
                )}
                <span className={styles.hidden}>{t(holds ? "duty.ok" : "duty.short")}</span>
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  view: RosterView;
  cell: RosterView["rows"][number]["cells"][number];
  to: string;
  isChosen: boolean;
  isDense: boolean;
  isLink: boolean;
}

function Cell({ view, cell, to, isChosen, isDense, isLink }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { stored, look, marks } = cell;
  const word = shiftWord(stored, { kinds: view.kinds, language });
  const places = partsOf(stored).places.join(t("worklist.between"));
  const [mark] = marks;
  const classes = [
    styles.cell,
    styles[look],
    mark && styles[mark.weight],
    isChosen && styles.chosen,
    cell.isLocked && styles.locked,
  ];
  const look_ = classes.filter(Boolean).join(" ");
  const content = (
    <>
      {word === "" ? "—" : isDense ? shortWord(stored, { kinds: view.kinds, language }) : word}
      {mark && <Mark marks={marks} />}
    </>
  );
  const locked = cell.isLocked ? t("proposal.locked") : "";
  const title = [word, places, locked].filter(Boolean).join(" ") || t("duty.open");
  if (!isLink) {
    return (
      <span className={look_} title={title}>
        {content}
      </span>
    );
  }
  return (
    <Link to={to} preventScrollReset className={look_} title={title}>
      {content}
    </Link>
  );
}

function Mark({ marks }: { marks: readonly RosterMark[] }) {
  const { t } = useTranslation();
  const said = marks.map(({ mark }) => mark).join(" ");
  return <em aria-label={t("duty.mark", { mark: said })}>{marks[0]?.mark}</em>;
}
