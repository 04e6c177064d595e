import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ComparedModel, ComparisonView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Icon } from "../icon";
import styles from "./comparison.module.css";
import { ModelBadge } from "./model-badge";
import { OfficerWeek } from "./officer-week";
import { PeopleRow } from "./people-row";
import { Verdict } from "./verdict";

const SHAPES = { true: "yes", false: "no", unknown: "lack" } as const;

/** Two models beside each other: the verdict first, then what it rests on, then what would change. */
export function Comparison({ view, adopt }: { view: ComparisonView; adopt: string | null }) {
  const { t } = useTranslation();
  const { columns, officers } = view;
  const rows: { name: string; cell: (column: ComparedModel) => ReactNode }[] = [
    { name: t("models.people"), cell: ({ slots }) => <PeopleRow slots={slots} /> },
    { name: t("models.because"), cell: (column) => <Because column={column} /> },
    {
      name: officers[0] ? t("models.weekOf", { name: officers[0] }) : t("models.anyWeek"),
      cell: ({ week }) => (week ? <OfficerWeek week={week} /> : <p>{t("models.noOfficer")}</p>),
    },
    { name: t("models.steps"), cell: (column) => <Steps column={column} /> },
    { name: t("models.seen"), cell: ({ villagers }) => <Sentences texts={villagers} /> },
  ];
  return (
    <section className={styles.table} style={{ ["--columns" as string]: columns.length }}>
      {columns.map((column, i) => (
        <article key={column.id} className={styles.column} style={{ ["--at" as string]: i + 2 }}>
          <header className={styles.head}>
            <ModelBadge model={column} />
            <Name column={column} />
            <Verdict is={column.verdict} />
          </header>
          {rows.map(({ name, cell }) => (
            <div key={name} className={styles.cell}>
              <h3 className={styles.label}>{name}</h3>
              {cell(column)}
            </div>
          ))}
          <footer className={styles.standing}>
            <Standing column={column} adopt={adopt} />
          </footer>
        </article>
      ))}
      <div className={styles.labels} aria-hidden="true">
        <div />
        {rows.map(({ name }) => (
          <div key={name}>{name}</div>
        ))}
        <div />
      </div>
    </section>
  );
}

function Name({ column }: { column: ComparedModel }) {
  const say = useSay();
  return <h2>{say(column.title)}</h2>;
}

/** What a verdict rests on, each demand with its answer. */
export function Because({ column: { because } }: { column: Pick<ComparedModel, "because"> }) {
  const say = useSay();
  return (
    <ul className={styles.because}>
      {because.map(({ truth, says }) => (
        <li key={says.zh} className={styles[`${truth}`]}>
          <Icon name={SHAPES[`${truth}`]} />
          {say(says)}
        </li>
      ))}
    </ul>
  );
}

function Steps({ column: { steps, planned } }: { column: ComparedModel }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <Sentences texts={steps} />
      {planned.length > 0 && (
        <p className={styles.planned}>
          {t("models.planned", { names: planned.map(say).join("、") })}
        </p>
      )}
    </>
  );
}

function Sentences({ texts }: { texts: readonly { zh: string; en?: string }[] }) {
  const say = useSay();
  return (
    <ul className={styles.sentences}>
      {texts.map((text) => (
        <li key={text.zh}>{say(text)}</li>
      ))}
    </ul>
  );
}

/** `adopt` is where adopting begins, for those who may; the page asks for a reason where it is not feasible. */
function Standing({ column, adopt }: { column: ComparedModel; adopt: string | null }) {
  const { t } = useTranslation();
  if (!column.adoptable) return <p>{t("models.onlyCompared")}</p>;
  if (!column.isNew) return <p>{t("models.inForce")}</p>;
  return (
    <>
      <p>{t("models.suits", { count: column.suits })}</p>
      {adopt !== null && (
        <ButtonLink
          mini
          kind={column.verdict === "infeasible" ? "plain" : "go"}
          to={`${adopt}&model=${column.id}`}
        >
          {t("models.adopt")}
        </ButtonLink>
      )}
      {adopt !== null && column.verdict === "infeasible" && <p>{t("models.adoptDespite")}</p>}
    </>
  );
}
