import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import { SubmitButton } from "../submit-button";
import styles from "./move-forms.module.css";

type Move = CaseView["moves"][number];

interface MoveFormsProps {
  view: Pick<CaseView, "id" | "seq" | "moves">;
  commandId: string;
  /** What was sent and refused: its form stays open and filled in. */
  kept?: { move: string; reason: string; to: string };
}

/** 退回、撤回、作废、中止、恢复: side ways, each behind its word, with a reason that stays in the history. */
export function MoveForms({ view, commandId, kept }: MoveFormsProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (view.moves.length === 0) return null;
  return (
    <Card title={t("case.moves")} plain>
      <div className={styles.moves}>
        {view.moves.map((move) => (
          <details key={move.move} open={kept?.move === move.move}>
            <summary>{say(move.label)}</summary>
            <Form method="post" action={`/cases/${view.id}`}>
              <CsrfField />
              <input type="hidden" name="intent" value={`move:${move.move}`} />
              <input type="hidden" name="commandId" value={commandId} />
              <input type="hidden" name="expectedSeq" value={view.seq} />
              <MoveFields move={move} kept={kept?.move === move.move ? kept : undefined} />
              <SubmitButton>{say(move.label)}</SubmitButton>
            </Form>
          </details>
        ))}
      </div>
    </Card>
  );
}

function MoveFields({ move, kept }: { move: Move; kept: MoveFormsProps["kept"] }) {
  const { t } = useTranslation();
  const say = useSay();
  const id = `reason-${move.move}`;
  const targets = move.targets ?? [];
  return (
    <>
      <p className={fieldStyles.hint}>{t(`case.moveHint.${move.move}`)}</p>
      {targets.length > 0 && (
        <Pick
          legend={t("case.moveTo")}
          name="to"
          chosen={kept?.to ?? (move.move === "return" ? targets.at(-1)?.path : undefined)}
          options={targets.map(({ path, title }) => ({ value: path, word: say(title) }))}
        />
      )}
      {move.move === "return" && (
        <Pick
          legend={t("case.moveWay")}
          name="way"
          chosen="stepwise"
          options={[
            { value: "stepwise", word: t("case.stepwise") },
            { value: "straight", word: t("case.straight") },
          ]}
        />
      )}
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={id}>
          {t("case.reason")}
        </label>
        <textarea
          className={fieldStyles.input}
          id={id}
          name="reason"
          rows={2}
          required
          defaultValue={kept?.reason}
        />
      </div>
    </>
  );
}

interface PickProps {
  legend: string;
  name: string;
  chosen: string | undefined;
  options: { value: string; word: string }[];
}

function Pick({ legend, name, chosen, options }: PickProps) {
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={fieldStyles.label}>{legend}</legend>
      {options.map(({ value, word }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
