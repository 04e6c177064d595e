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

interface ComparisonProps {
  view: ComparisonView;
  plans: Readonly<Record<string, string>>;
  adopt: string | null;
}

/** Two models beside each other: the verdict first, then what it rests on, then what would change. */
export function Comparison({ view, plans, adopt }: ComparisonProps) {
  const { t } = useTranslation();
  const { columns, officers } = view;
  const rows: { name: string; cell: (column: ComparedModel) => ReactNode }[] = [
    { name: t("models.people"), cell: ({ slots }) => <PeopleRow slots={slots} /> },
    { name: t("models.because"), cell: (column) => <Because column={column} /> },
    { name: t("models.fitsVillages"), cell: ({ fits }) => <Fits fits={fits} /> },
    {
      name: officers[0] ? t("models.weekOf", { name: officers[0] }) : t("models.anyWeek"),
      cell: ({ week }) => (week ? <OfficerWeek week={week} /> : <p>{t("models.noOfficer")}</p>),
    },
    { name: t("models.steps"), cell: (column) => <Steps column={column} /> },
    { name: t("models.seen"), cell: ({ villagers }) => <Sentences texts={villagers} /> },
  ];
  return (
    <section className={styles.table}>
      {columns.map((column) => (
        <article key={column.id} className={styles.column}>
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
            <Standing column={column} plan={plans[column.id] ?? null} adopt={adopt} />
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

/** What is known of the villages, as far as it speaks for the model. */
function Fits({ fits }: Pick<ComparedModel, "fits">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className={styles.sentences}>
      {fits.map(({ title, count }) => (
        <li key={title.zh}>{t("models.fitsIn", { title: say(title), count })}</li>
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
          {t("models.planned", { names: planned.map(say).join(t("worklist.between")) })}
        </p>
      )}
    </>
  );
}

type Texts = Readonly<ComparedModel["steps"]>;

/** So many sentences are read at a glance; one or two more do not make it worth hiding them. */
const AT_A_GLANCE = 3;

function Sentences({ texts }: { texts: Texts }) {
  const { t } = useTranslation();
  const isLong = texts.length > AT_A_GLANCE + 2;
  const rest = isLong ? texts.slice(AT_A_GLANCE) : [];
  return (
    <>
      <SentenceList texts={isLong ? texts.slice(0, AT_A_GLANCE) : texts} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{t("models.moreSteps", { count: rest.length })}</summary>
          <SentenceList texts={rest} />
        </details>
      )}
    </>
  );
}

function SentenceList({ texts }: { texts: Texts }) {
  const say = useSay();
  return (
    <ul className={styles.sentences}>
      {texts.map((text) => (
        <li key={text.zh}>{say(text)}</li>
      ))}
    </ul>
  );
}

interface StandingProps {
  column: ComparedModel;
  plan: string | null;
  adopt: string | null;
}

/** `adopt` is where adopting begins, for those who may; the page asks for a reason where it is not feasible. */
function Standing({ column, plan, adopt }: StandingProps) {
  const { t } = useTranslation();
  if (!column.adoptable) return <p>{t("models.onlyCompared")}</p>;
  const open = plan && (
    <ButtonLink mini to={`/cases/${plan}/papers/plan`}>
      {t("models.plan")}
    </ButtonLink>
  );
  if (!column.isNew) {
    return (
      <>
        <p>{t("models.inForce")}</p>
        {open}
        {adopt !== null && (
          <ButtonLink mini to={`${adopt}&model=${column.id}`}>
            {t("models.adoptAgain")}
          </ButtonLink>
        )}
      </>
    );
  }
  return (
    <>
      <p>{t("models.suits", { count: column.suits })}</p>
      {open}
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
