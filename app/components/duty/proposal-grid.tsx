import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { ProposedCell, RosterProposalView } from "../../runtime/api";
import { Card } from "../card";
import { weekdayWord } from "../today/weekday-word";
import styles from "./proposal-grid.module.css";
import gridStyles from "./roster-grid.module.css";
import { partsOf, shiftWord, shortDay, shortWord } from "./shift-text";

/** Above so many days a day holds one character. */
const WIDE = 10;

/** Two lines a person: as it stands, and as proposed, with the days framed that change. On a phone, what changes. */
export function ProposalGrid({ view }: { view: RosterProposalView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isDense = view.days.length > WIDE;
  const rows = view.rows.filter(({ changes }) => changes > 0);
  return (
    <Card title={t("proposal.grid")} plain>
      <p className={styles.hint}>{t("proposal.gridHint")}</p>
      <div className={`${gridStyles.box} ${styles.wide}`} tabIndex={0} role="region">
        <table className={isDense ? `${gridStyles.grid} ${gridStyles.dense}` : gridStyles.grid}>
          <thead>
            <tr>
              <th scope="col">{t("proposal.person")}</th>
              {view.days.map(({ day, weekend }) => (
                <th key={day} scope="col" className={weekend ? gridStyles.weekend : undefined}>
                  {weekdayWord(day, language).replace("星期", "").slice(0, 3)}
                  <span>{isDense ? Number(day.slice(8)) : shortDay(day, language)}</span>
                </th>
              ))}
              <th scope="col">{t("proposal.hours")}</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={row.id}>
              {row.cells.some(({ look }) => look !== "open") && (
                <Line view={view} row={row} which="now" isDense={isDense} />
              )}
              <Line view={view} row={row} which="then" isDense={isDense} />
            </tbody>
          ))}
        </table>
      </div>
      <Changes view={view} />
    </Card>
  );
}

interface LineProps {
  view: RosterProposalView;
  row: RosterProposalView["rows"][number];
  which: "now" | "then";
  isDense: boolean;
}

function Line({ view, row, which, isDense }: LineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const isNow = which === "now";
  const isFresh = row.cells.every((cell) => cell.look === "open");
  return (
    <tr className={isNow ? styles.now : isFresh ? undefined : styles.then}>
      <th scope="row">
        {isNow || isFresh ? row.name : ""}
        <span>{isFresh ? say(row.post) : t(`proposal.${which}`)}</span>
      </th>
      {row.cells.map((cell) => {
        const stored = isNow ? cell.stored : cell.proposed;
        const look = isNow ? cell.look : cell.proposedLook;
        const word = shiftWord(stored, { kinds: view.kinds, language });
        const places = partsOf(stored).places.join(t("worklist.between"));
        const marks = [
          gridStyles.cell,
          gridStyles[look],
          !isNow && cell.isChanged && cell.look !== "open" && styles.changed,
          cell.isLocked && gridStyles.locked,
        ];
        return (
          <td key={cell.day}>
            <span className={marks.filter(Boolean).join(" ")} title={`${word} ${places}`.trim()}>
              {word === ""
                ? "—"
                : isDense
                  ? shortWord(stored, { kinds: view.kinds, language })
                  : word}
            </span>
          </td>
        );
      })}
      <td className={gridStyles.hours}>{row[which].hours}</td>
    </tr>
  );
}

/** A phone's way to read it: what changes, person by person. */
function Changes({ view }: { view: RosterProposalView }) {
  const { t } = useTranslation();
  const say = useSay();
  const rows = view.rows.filter(({ changes }) => changes > 0);
  return (
    <div className={styles.list}>
      {rows.map((row) => (
        <details key={row.id}>
          <summary>
            <b>{row.name}</b> {say(row.post)}
            <span>{t("proposal.changes", { count: row.changes })}</span>
          </summary>
          <ul>
            {row.cells
              .filter(({ isChanged }) => isChanged)
              .map((cell) => (
                <Change key={cell.day} cell={cell} view={view} />
              ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Change({ cell, view }: { cell: ProposedCell; view: RosterProposalView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = (stored: string): string => {
    const places = partsOf(stored).places.join(t("worklist.between"));
    const word = shiftWord(stored, { kinds: view.kinds, language }) || t("proposal.open");
    return [word, places].filter(Boolean).join(" ");
  };
  return (
    <li>
      <span>{`${shortDay(cell.day, language)} ${weekdayWord(cell.day, language)}`}</span>
      <b>{t("proposal.to", { was: said(cell.stored), then: said(cell.proposed) })}</b>
    </li>
  );
}
