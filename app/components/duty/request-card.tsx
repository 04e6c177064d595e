import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RequestStep, ShiftRequest } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";
import { weekdayWord } from "../today/weekday-word";
import { BroughtList } from "./brought-list";
import styles from "./request-card.module.css";
import { shiftSaid, shortDay } from "./shift-text";

interface RequestCardProps {
  request: ShiftRequest;
  commandId: string;
  /** Where one goes after the answer. */
  back: string;
}

/** One exchange or leave: what it changes, what would conflict, and the reader's answer, each one press. */
export function RequestCard({ request, commandId, back }: RequestCardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { part, kind, conflicts, isStale, reason, refusal, leaveKind } = request;
  const isTheirs = part === "answer" || part === "decide";
  return (
    <section className={`${styles.card} ${isTheirs ? styles.theirs : ""}`}>
      <h2>
        {t(titleKey(request), { asker: request.asker, other: request.other })}
        <span className={styles.state}>{say(request.state)}</span>
      </h2>
      <Changes request={request} />
      {kind === "leave" && (
        <p className={styles.note}>
          {leaveKind ? `${say(leaveKind)}${t("comma")}` : ""}
          {request.other === "" ? t("exchange.noBy") : t("exchange.by", { name: request.other })}
        </p>
      )}
      {reason !== "" && <p className={styles.note}>{t("exchange.why", { why: reason })}</p>}
      {isStale ? (
        <p className={styles.stale}>{t("exchange.stale")}</p>
      ) : (
        <BroughtList
          conflicts={conflicts}
          clear={t(kind === "swap" ? "exchange.clear" : "exchange.leaveClear")}
        />
      )}
      {refusal && <p className={styles.stale}>{say(refusal)}</p>}
      <div className={styles.acts}>
        {request.steps.map((step, index) => (
          <Step
            key={step.event}
            {...{ request, step, commandId, back }}
            isFirst={index === 0 && isTheirs && !isStale}
          />
        ))}
        <Link to={`/cases/${request.caseId}`}>{t("exchange.open")}</Link>
      </div>
    </section>
  );
}

function titleKey({ part, kind }: ShiftRequest) {
  if (part === "answer") return "exchange.answer";
  if (part === "told") return "exchange.told";
  const words = {
    mine: ["exchange.mineSwap", "exchange.mineLeave"],
    decide: ["exchange.decideSwap", "exchange.decideLeave"],
    seen: ["exchange.seenSwap", "exchange.seenLeave"],
  } as const;
  return words[part][kind === "swap" ? 0 : 1];
}

/** Which shift goes to whom, day by day. */
function Changes({ request }: { request: ShiftRequest }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kinds, kind, asker, other, reader, shifts } = request;
  const call = (name: string): string => (name === reader ? t("exchange.you") : name);
  return (
    <ul className={styles.changes}>
      {shifts.map(({ name, day, stored }, index) => {
        const on = `${shortDay(day, language)} ${weekdayWord(day, language)}`;
        const shift = shiftSaid(stored, { kinds, language }) || t("duty.open");
        return (
          <li key={`${name} ${index}`}>
            {kind === "swap"
              ? t("exchange.gives", {
                  ...{ day: on, shift, name: call(name) },
                  other: call(name === asker ? other : asker),
                })
              : t("exchange.away", { day: on, shift })}
          </li>
        );
      })}
    </ul>
  );
}

interface StepProps extends RequestCardProps {
  step: RequestStep;
  isFirst: boolean;
}

/** One answer: a press, or a sentence and a press. */
function Step({ request, step, commandId, back, isFirst }: StepProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { event, label, why } = step;
  const button = (
    <Button kind={isFirst ? "go" : "plain"} name="step" value={event}>
      {isFirst && <Icon name="yes" />}
      {say(label)}
    </Button>
  );
  return (
    <Form method="post" action={`/duty/requests/${request.caseId}`}>
      <CsrfField />
      <input type="hidden" name="commandId" value={`${commandId}-${request.caseId}-${event}`} />
      <input type="hidden" name="seq" value={request.seq} />
      <input type="hidden" name="back" value={back} />
      {why === "must" ? (
        <details className={styles.why}>
          <summary>{say(label)}</summary>
          <textarea
            className={fieldStyles.input}
            name="why"
            rows={2}
            maxLength={200}
            required
            aria-label={t("exchange.writeWhy")}
            placeholder={t("exchange.writeWhy")}
          />
          {button}
        </details>
      ) : (
        button
      )}
    </Form>
  );
}
