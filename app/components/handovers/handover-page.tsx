import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { HandoverView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";
import { HandoverRows } from "./handover-rows";
import styles from "./handover-page.module.css";

/** What is handed over, line by line, who has signed, and what is still missing before somebody leaves. */
export function HandoverPage({ view }: { view: HandoverView }) {
  const { t } = useTranslation();
  const { caseId, giver, rows, paper } = view;
  const isDone = rows.length > 0 && rows.every(({ isTaken }) => isTaken);
  return (
    <PageFrame
      section="cases"
      back={{ to: `/cases/${caseId}`, label: t("handovers.toMatter") }}
      where={view.number}
    >
      <header className={styles.head}>
        <h1>{t(isDone ? "handovers.all" : "handovers.of", { giver, count: rows.length })}</h1>
        {paper && (
          <ButtonLink to={`/cases/${caseId}/papers/${paper}`}>
            <Icon name="print" />
            {t("handovers.print")}
          </ButtonLink>
        )}
      </header>
      <div className={styles.columns}>
        <div>
          {rows.length === 0 ? (
            <Card>
              <p>{t("handovers.empty")}</p>
            </Card>
          ) : (
            <HandoverRows rows={rows} />
          )}
        </div>
        <aside>
          <Signatures view={view} />
          <Recused view={view} />
          <Checks view={view} />
        </aside>
      </div>
    </PageFrame>
  );
}

function Signatures({ view }: { view: HandoverView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { giver, taker, rows, takerCount, signatures } = view;
  const sides = [
    { role: t("handovers.giver", { count: rows.length }), name: giver, on: signatures.giver },
    { role: t("handovers.taker", { count: takerCount }), name: taker, on: signatures.taker },
  ];
  return (
    <Card title={t("handovers.signatures")}>
      <div className={styles.signatures}>
        {sides.map(({ role, name, on }) => (
          <div key={role}>
            <p>{role}</p>
            <b className={on ? styles.name : styles.open}>{on ? name : ""}</b>
            <p>{on ? say(on) : `${name} ${t("handovers.unsigned")}`}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Recused({ view }: { view: HandoverView }) {
  const { t } = useTranslation();
  const recused = view.rows.filter((row) => row.recused);
  const [first] = recused;
  if (first === undefined) return null;
  const numbers = recused.map(({ number }) => number).join(t("worklist.between"));
  return (
    <Card title={t("handovers.recusedTitle")}>
      <p className={styles.small}>
        {t("handovers.recusedText", { numbers, taker: view.taker, to: first.toName })}
      </p>
    </Card>
  );
}

function Checks({ view }: { view: HandoverView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { checks, next, caseId, isOver } = view;
  return (
    <Card title={t("handovers.checks")}>
      <ul className={styles.checks}>
        {checks.map(({ done, text }) => (
          <li key={text.zh} className={done ? styles.done : styles.missing}>
            <Icon name={done ? "yes" : "lack"} />
            <span>
              {say(text)}
              {!done && <span className={styles.hidden}>{t("handovers.missing")}</span>}
            </span>
          </li>
        ))}
      </ul>
      {next && !isOver && (
        <ButtonLink kind="go" wide to={`/cases/${caseId}/do/${next.event}`}>
          {say(next.label)}
        </ButtonLink>
      )}
      <p className={styles.same}>{t("handovers.same")}</p>
      <p className={styles.same}>
        <Link to={`/cases/${caseId}`}>{t("handovers.toMatter")}</Link>
      </p>
    </Card>
  );
}
