import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { HandedOver, Watch } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";
import styles from "./request-card.module.css";
import { shiftSaid, shortDay } from "./shift-text";

interface WatchCardProps {
  watch: Watch;
  commandId: string;
}

/** One watch of one's own, and the one thing to be done with it now: sign in, hand over, or take over. */
export function WatchCard({ watch, commandId }: WatchCardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { part, caseId, isLate, handedOver, kinds } = watch;
  const isTheirs = part !== "given";
  const said = {
    day: shortDay(watch.day, language),
    shift: shiftSaid(watch.stored, { kinds, language }) || watch.stored,
    by: handedOver?.by ?? "",
    incoming: handedOver?.incoming ?? "",
  };
  const title = {
    arrive: isLate ? "watch.arriveLate" : "watch.arrive",
    onDuty: isLate ? "watch.late" : "watch.onDuty",
    takeOver: "watch.takeOver",
    given: "watch.given",
  } as const;
  const id = caseId ?? "new";
  return (
    <section className={`${styles.card} ${isTheirs ? styles.theirs : ""}`}>
      <h2>
        {t(title[part], said)}
        <span className={styles.state}>{say(watch.state)}</span>
      </h2>
      {(part === "takeOver" || part === "given") && handedOver && <Content given={handedOver} />}
      <div className={styles.acts}>
        {part === "arrive" && (
          <WatchForm id={id} watch={watch} commandId={commandId}>
            <Button kind="go" name="intent" value="arrive">
              <Icon name="yes" />
              {t("watch.signIn")}
            </Button>
          </WatchForm>
        )}
        {part === "onDuty" && (
          <>
            <ButtonLink kind="go" to={`/duty/watch/${id}`}>
              {t("watch.handOver")}
            </ButtonLink>
            <ButtonLink to={`/cases/${id}/do/note`}>{t("watch.note")}</ButtonLink>
          </>
        )}
        {part === "takeOver" && <TakeOver id={id} watch={watch} commandId={commandId} />}
        {caseId && part !== "onDuty" && <Link to={`/cases/${caseId}`}>{t("watch.open")}</Link>}
      </div>
    </section>
  );
}

function WatchForm({
  id,
  watch,
  commandId,
  children,
}: WatchCardProps & { id: string; children: ReactNode }) {
  return (
    <Form method="post" action={`/duty/watch/${id}`}>
      <CsrfField />
      <input type="hidden" name="commandId" value={`${commandId}-${id}`} />
      <input type="hidden" name="seq" value={watch.seq} />
      {children}
    </Form>
  );
}

function TakeOver(props: WatchCardProps & { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <WatchForm {...props}>
        <Button kind="go" name="intent" value="accept">
          <Icon name="yes" />
          {t("watch.accept")}
        </Button>
      </WatchForm>
      <WatchForm {...props}>
        <details className={styles.why}>
          <summary>{t("watch.differs")}</summary>
          <textarea
            className={fieldStyles.input}
            name="differences"
            rows={2}
            maxLength={300}
            required
            aria-label={t("watch.writeDiffers")}
            placeholder={t("watch.writeDiffers")}
          />
          <Button name="intent" value="differs">
            {t("watch.sendDiffers")}
          </Button>
        </details>
      </WatchForm>
    </>
  );
}

/** What is handed over, to be held against what is there. */
function Content({ given }: { given: HandedOver }) {
  const { t } = useTranslation();
  const say = useSay();
  const { openItems, equipment, note } = given;
  return (
    <>
      <h3 className={styles.part}>{t("watch.openItems")}</h3>
      {openItems.length === 0 && <p className={styles.note}>{t("watch.noItems")}</p>}
      <ol className={styles.items}>
        {openItems.map(({ what, number }, index) => (
          <li key={`${index} ${what}`}>
            {what} {number !== "" && <span>{number}</span>}
          </li>
        ))}
      </ol>
      <h3 className={styles.part}>{t("watch.equipment")}</h3>
      <ul className={styles.things}>
        {equipment.map(({ thing, state, isSound, note: why }, index) => (
          <li key={`${index} ${thing.zh}`} className={isSound ? undefined : styles.stale}>
            {say(thing)} <b>{say(state)}</b> {why}
          </li>
        ))}
      </ul>
      {note !== "" && (
        <p className={styles.note}>
          {t("watch.remark")}
          {t("colon")}
          {note}
        </p>
      )}
    </>
  );
}
