import { useTranslation } from "react-i18next";
import type { VoteForm } from "../../runtime/api";
import fieldStyles from "../field.module.css";
import formStyles from "../form/form.module.css";
import { Icon } from "../icon";
import { TextArea } from "../text-area";
import type { FieldFaults } from "../use-field-faults";

interface AnswerFieldsProps {
  answers: VoteForm["answers"];
  typed: { answer: string; reason: string } | undefined;
  faults: FieldFaults;
}

/** 同意、不同意、弃权, and why. Nothing is chosen beforehand: it would be an answer nobody gave. */
export function AnswerFields({ answers, typed, faults }: AnswerFieldsProps) {
  const { t } = useTranslation();
  const fault = faults.of("answer");
  return (
    <>
      <fieldset className={fieldStyles.field}>
        <legend className={`${fieldStyles.label} ${formStyles.legend}`}>
          {t("decision.answer")}
        </legend>
        {fault && (
          <p className={fieldStyles.error} id="answer-fault">
            <Icon name="over" />
            {fault}
          </p>
        )}
        <div className={`${formStyles.options} ${formStyles.brief}`}>
          {answers.map((answer, index) => (
            <label key={answer} className={formStyles.option}>
              <input
                type="radio"
                id={index === 0 ? "answer" : `answer~${answer}`}
                name="answer"
                value={answer}
                defaultChecked={typed?.answer === answer}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? "answer-fault" : undefined}
              />
              <span>{t(`decision.is.${answer}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        id="reason"
        name="reason"
        label={t("decision.reason")}
        hint={t("decision.reasonHint")}
        fault={faults.of("reason")}
        defaultValue={typed?.reason}
        maxLength={1000}
      />
    </>
  );
}
