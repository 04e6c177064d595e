import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import type { AdoptionView, PaperView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { DueChip } from "../due-chip";
import { Gate } from "../gate";
import { ModelBadge } from "../models/model-badge";
import { PageFrame } from "../page-frame";
import { PaperSheet } from "../paper/paper-sheet";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./adopt.module.css";
import { ChoosePart } from "./choose-part";
import { Found } from "./found";
import { Openings } from "./openings";
import { ParameterList, ParameterForm } from "./parameter-part";
import { WayBar } from "./way-bar";

export interface AdoptionPageProps {
  view: AdoptionView;
  /** The plan as it stands; null before it is written. */
  plan: PaperView | null;
  commandId: string;
  said: Text | null;
  refusal: ShownRefusal | null;
  typed: Readonly<Record<string, string>>;
  /** A model is looked at: the part that chooses is open. */
  looks: boolean;
}

/** One adoption from the survey to its evaluation: where it stands, what is to be done, what comes with it. */
export function AdoptionPage(props: AdoptionPageProps) {
  const { view, plan, said, refusal } = props;
  const { t } = useTranslation();
  const say = useSay();
  const { model, place, number, found, mayChoose, maySet, parameters } = view;
  const stop = view.steps.find(({ is }) => is === "now")?.key;
  // The one who chooses sees the demands of the model that is looked at.
  const isChoosing = mayChoose && (stop === "choose" || props.looks);
  const title =
    model === null
      ? t("adopt.ofNone", { place: say(place) })
      : t("adopt.of", { place: say(place), model: say(model.title) });
  return (
    <PageFrame section="models" back={{ to: "/models", label: t("models.title") }}>
      <Said text={said} />
      <header className={styles.head}>
        <h1>
          {model && <ModelBadge model={model} />}
          {title}
        </h1>
        <p>
          {[number, model && say(model.sentence)].filter(Boolean).join("·")}{" "}
          <Link to={`/cases/${view.caseId}`}>{t("adopt.record")}</Link>
        </p>
      </header>
      <WayBar steps={view.steps} />
      {refusal && !refusal.fields && <Gate sentence={refusal.message} code={refusal.code} alert />}
      <div className={styles.columns}>
        <div>
          <Now view={view} />
          {stop === "choose" && <ChoosePart {...props} />}
          {stop === "parameters" && maySet && <ParameterForm {...props} />}
          {found && !isChoosing && (
            <Card title={t("adopt.found")}>
              <Found found={found} />
            </Card>
          )}
          {stop !== "parameters" && parameters.length > 0 && !isChoosing && (
            <ParameterList parameters={parameters} />
          )}
          {stop === "plan" && maySet && (
            <More title={t("adopt.setAgain")} open={props.typed["intent"] === "parameters"}>
              <ParameterForm {...props} />
            </More>
          )}
          {stop !== "choose" && mayChoose && (
            <More title={t("adopt.chooseAgain")} open={props.looks}>
              <ChoosePart {...props} />
            </More>
          )}
          {plan && <Plan view={view} plan={plan} />}
        </div>
        <aside>
          <Openings view={view} />
          <Villages view={view} />
        </aside>
      </div>
    </PageFrame>
  );
}

/** What may be done here as well, folded up. */
function More({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className={styles.more} open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Where it stands, by when, and the steps of this reader. */
function Now({ view }: { view: AdoptionView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { now, end, offers, caseId, mayChoose, maySet } = view;
  if (now === null) {
    return end === null ? null : (
      <section className={styles.now}>
        <p className={styles.small}>{t("adopt.ended")}</p>
        <h2>{say(end)}</h2>
      </section>
    );
  }
  const nothingToDo = offers.length === 0 && !mayChoose && !maySet;
  return (
    <section className={styles.now}>
      <p className={styles.small}>
        {t("adopt.now")}
        <DueChip due={now.due} />
      </p>
      <h2>{say(now.title)}</h2>
      {nothingToDo && (
        <p className={styles.small}>
          {now.waitsFor.length === 0
            ? t("adopt.working")
            : t("adopt.waits", { roles: now.waitsFor.map(say).join(t("joins.list")) })}
        </p>
      )}
      <div className={styles.acts}>
        {offers.map(({ event, label, primary }) => (
          <ButtonLink
            key={event}
            kind={primary ? "go" : "plain"}
            to={`/models/adopt/${caseId}/do/${event}`}
          >
            {say(label)}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}

function Plan({ view: { caseId }, plan }: { view: AdoptionView; plan: PaperView }) {
  const { t } = useTranslation();
  const own = `/cases/${caseId}/papers/plan`;
  return (
    <Card title={t("adopt.plan")}>
      <div className={styles.acts}>
        <ButtonLink mini to={own}>
          {t("adopt.planOpen")}
        </ButtonLink>
        <ButtonLink mini reloadDocument to={`${own}/document`}>
          {t("adopt.word")}
        </ButtonLink>
      </div>
      <details className={styles.preview}>
        <summary>{t("adopt.planPreview")}</summary>
        <div>
          <PaperSheet paper={plan} qr={{}} copy={1} />
        </div>
      </details>
    </Card>
  );
}

function Villages({ view: { villages, unit, model } }: { view: AdoptionView }) {
  const { t } = useTranslation();
  const say = useSay();
  const compare = `/models/compare?unit=${unit}${model ? `&model=${model.id}` : ""}`;
  return (
    <Card title={t("adopt.villages")}>
      <ul className={styles.villages}>
        {villages.map(({ code, name, kind, model: held }) => (
          <li key={code}>
            {held && <ModelBadge model={held} small />}
            <Link to={`/villages/${code}`}>{name}</Link>
            <span>
              {[kind && say(kind.title), held ? say(held.title) : t("adopt.noModel")]
                .filter(Boolean)
                .join("·")}
            </span>
          </li>
        ))}
      </ul>
      {villages.length > 1 && (
        <p className={styles.again}>
          <Link to={compare}>{t("adopt.compareAgain")}</Link>
        </p>
      )}
    </Card>
  );
}
