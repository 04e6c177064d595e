import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PartCheck, PartProblemView } from "../../runtime/api";
import { Card } from "../card";
import { Icon } from "../icon";
import styles from "./part-problems.module.css";

interface PartProblemsProps {
  check: PartCheck;
  isAsking: boolean;
  /** Nothing was changed since the page was opened. */
  isUntouched: boolean;
  /** What each text is called, where there are several. */
  names: readonly string[];
  onGoTo: (problem: PartProblemView) => void;
}

/** What is wrong with the texts as they stand; what lies in a text leads to its line. */
export function PartProblems({ check, isAsking, isUntouched, names, onGoTo }: PartProblemsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { problems, refusal, isGood } = check;
  const errors = problems.filter(({ severity }) => severity === "error");
  const state = isAsking
    ? t("definition.checking")
    : refusal
      ? say(refusal.message)
      : !isGood
        ? t("definition.problems", { count: errors.length })
        : problems.length > 0
          ? t("definition.goodWithNotes", { count: problems.length })
          : isUntouched
            ? t("definition.untouched")
            : t("definition.good");
  return (
    <Card title={t("definition.problemsTitle")}>
      <p className={isGood || isAsking ? styles.state : styles.bad} role="status">
        {!isAsking && !(isGood && isUntouched) && <Icon name={isGood ? "yes" : "no"} />}
        {state}
      </p>
      <ul className={isAsking ? `${styles.list} ${styles.waiting}` : styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.line ?? ""} ${problem.message.zh}`}>
            <ProblemPlace problem={problem} names={names} onGoTo={onGoTo} />
            {problem.severity !== "error" && (
              <span className={styles.note}>{t("definition.note")}</span>
            )}
            <p>{say(problem.message)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type ProblemPlaceProps = Pick<PartProblemsProps, "names" | "onGoTo"> & { problem: PartProblemView };

/** Where it lies: the line as a button, with what the place is called. */
function ProblemPlace({ problem, names, onGoTo }: ProblemPlaceProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { line, text, place } = problem;
  const of = text !== null && names.length > 1 ? names[text] : undefined;
  if (line === null) return place && <span className={styles.place}>{say(place)}</span>;
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-label={t("definition.goTo", { line })}
        onClick={() => onGoTo(problem)}
      >
        {t("definition.line", { line })}
      </button>
      {(of ?? place) && <span className={styles.place}>{of ?? (place && say(place))}</span>}
    </>
  );
}
