import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { BatchForm } from "../../runtime/api";
import fieldStyles from "../field.module.css";
import choiceStyles from "../operations/operation-fields.module.css";
import type { TypedBatch } from "./typed-batch";

interface VoteFieldsProps {
  vote: NonNullable<BatchForm["vote"]>;
  typed: TypedBatch | undefined;
}

/** The one answer that is given to all of them. */
export function VoteFields({ vote, typed }: VoteFieldsProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <fieldset className={fieldStyles.field}>
        <legend className={fieldStyles.label}>{t("batch.answer")}</legend>
        <p className={fieldStyles.hint}>{say(vote.rejection)}</p>
        {vote.answers.map((answer) => (
          <label key={answer} className={choiceStyles.choice}>
            <input
              type="radio"
              name="answer"
              value={answer}
              required
              defaultChecked={typed?.answer === answer}
            />
            {t(`batch.is.${answer}`)}
          </label>
        ))}
      </fieldset>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor="reason">
          {t("batch.reason")}
        </label>
        <textarea
          className={fieldStyles.input}
          id="reason"
          name="reason"
          rows={2}
          maxLength={1000}
          defaultValue={typed?.reason}
          aria-describedby="reason-hint"
        />
        <p className={fieldStyles.hint} id="reason-hint">
          {t("batch.reasonHint")}
        </p>
      </div>
    </>
  );
}
