import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";
import styles from "./conflict-list.module.css";

interface ConflictListProps {
  view: RosterView;
  commandId: string;
}

/** What is wrong with a roster: the same letter as in the cell, the numbers compared, and what can be done. */
export function ConflictList({ view, commandId }: ConflictListProps) {
  const { t } = useTranslation();
  if (view.conflicts.length === 0) return <p className={styles.clear}>{t("duty.clear")}</p>;
  return (
    <>
      {view.conflicts.map((conflict) => (
        <Conflict key={conflict.key} conflict={conflict} view={view} commandId={commandId} />
      ))}
    </>
  );
}

function Conflict({
  conflict,
  view,
  commandId,
}: ConflictListProps & { conflict: RosterView["conflicts"][number] }) {
  const { t } = useTranslation();
  const say = useSay();
  const { weight, mark, fixes, reason } = conflict;
  const storedAt = (row: string, day: string): string =>
    view.rows.find(({ id }) => id === row)?.cells.find((cell) => cell.day === day)?.stored ?? "";
  const mayExplain = weight === "soft" && view.offers.some(({ event }) => event === "explain");
  return (
    <section className={`${styles.card} ${styles[weight]}`}>
      <h2>
        <em>{mark}</em>
        {say(conflict.title)}
        <span className={styles.tag}>{t(weight === "hard" ? "duty.must" : "duty.may")}</span>
      </h2>
      <p className={styles.when}>{say(conflict.when)}</p>
      <ul>
        {conflict.clauses.map(({ holds, text }) => (
          <li key={text.zh} className={holds ? styles.holds : undefined}>
            <Icon name={holds ? "yes" : "no"} />
            {say(text)}
          </li>
        ))}
      </ul>
      {reason === "" ? (
        <p className={styles.remedy}>{say(conflict.remedy)}</p>
      ) : (
        <p className={styles.remedy}>{t("duty.explained", { reason })}</p>
      )}
      <Form method="post" action={`/duty/${view.caseId}`}>
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="seq" value={view.seq} />
        <input type="hidden" name="conflict" value={conflict.key} />
        {view.mayEdit && fixes.length > 0 && (
          <div className={styles.acts}>
            {fixes.map(({ label, cells }, index) => (
              <Button
                key={label.zh}
                mini
                kind={weight === "hard" && index === 0 ? "go" : "plain"}
                name="fix"
                value={cells
                  .map(({ row, day, shift }) => [row, day, storedAt(row, day), shift].join("~"))
                  .join("|")}
              >
                {say(label)}
              </Button>
            ))}
          </div>
        )}
        {mayExplain && reason === "" && (
          <details className={styles.why}>
            <summary>{t("duty.explain")}</summary>
            <textarea
              className={fieldStyles.input}
              name="reason"
              rows={2}
              maxLength={200}
              aria-label={t("duty.reason")}
            />
            <Button mini name="intent" value="explain">
              {t("duty.keep")}
            </Button>
          </details>
        )}
      </Form>
    </section>
  );
}
