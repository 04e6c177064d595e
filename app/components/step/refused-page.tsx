import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { JsonObject } from "../../engine/json";
import type { CaseView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { DutyCall } from "../case/duty-call";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { RefusedAnswer } from "./refused-answer";
import styles from "./step-page.module.css";
import type { StepReply } from "./step-reply";
import { typedTexts } from "./typed-texts";

interface RefusedPageProps {
  view: CaseView;
  event: string;
  refusal: ShownRefusal;
  commandId: string;
  /** What had been typed when the step was no longer there. */
  reply: StepReply | undefined;
}

/** A step that cannot be opened: why, who can, and how to reach them. Nothing typed is lost. */
export function RefusedPage({ view, event, refusal, commandId, reply }: RefusedPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const offer = view.offers.find((each) => each.event === event);
  const texts = reply ? typedTexts(reply.answers as JsonObject) : [];
  return (
    <PageFrame
      section="cases"
      width="text"
      back={{ to: `/cases/${view.id}`, label: t("step.toMatter") }}
    >
      <div className={styles.list}>
        <header>
          <p className={styles.help}>{[view.number, say(view.title)].filter(Boolean).join("·")}</p>
          <h1>{offer ? say(offer.label) : t("step.notNow")}</h1>
        </header>
        {reply?.refusal ? (
          <RefusedAnswer step={{ caseId: view.id }} reply={reply} />
        ) : (
          <Gate
            sentence={offer?.refusal?.sentence ?? refusal.message}
            reasons={offer?.refusal?.reasons ?? refusal.reasons}
            code={offer ? undefined : refusal.code}
            alert
          />
        )}
        {texts.length > 0 && (
          <Card title={t("step.typed")}>
            <ul>
              {texts.map((text, index) => (
                <li key={`${index} ${text}`}>{text}</li>
              ))}
            </ul>
          </Card>
        )}
        {view.canCall && <DutyCall view={view} commandId={commandId} lead />}
        <ButtonLink to={`/cases/${view.id}`}>{t("step.seeMatter")}</ButtonLink>
      </div>
    </PageFrame>
  );
}
