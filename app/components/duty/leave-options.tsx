import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { LeaveView, SubstituteOption } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import styles from "./asking-page.module.css";
import { BroughtList } from "./brought-list";

interface LeaveOptionsProps {
  view: LeaveView;
  commandId: string;
}

/** Who could stand in, and what the leave would bring with each; last, nobody. */
export function LeaveOptions({ view, commandId }: LeaveOptionsProps) {
  const { t } = useTranslation();
  const { shift, asked, days } = view;
  const open = view.options.filter(({ blocks }) => blocks.length === 0);
  const cannot = view.options.filter(({ blocks }) => blocks.length > 0);
  // Whoever leaves nothing to be mended first; nobody named comes last among equals.
  const ordered = [
    ...open.filter(({ row }) => row !== ""),
    ...open.filter(({ row }) => row === ""),
  ];
  return (
    <>
      <Form method="post">
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="row" value={shift.row} />
        <input type="hidden" name="kind" value={asked.kind} />
        <input type="hidden" name="from" value={asked.from} />
        <input type="hidden" name="to" value={asked.to} />
        <input type="hidden" name="workedDay" value={asked.workedDay} />
        <input type="hidden" name="was" value={days.map(({ stored }) => stored).join(" ")} />
        <div className={styles.people}>
          {ordered.map((option) => (
            <Option key={option.row} option={option} />
          ))}
        </div>
      </Form>
      {cannot.length > 0 && (
        <details className={styles.others}>
          <summary>{t("exchange.othersLeave", { count: cannot.length })}</summary>
          <div className={styles.people}>
            {cannot.map((option) => (
              <Option key={option.row} option={option} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Option({ option }: { option: SubstituteOption }) {
  const { t } = useTranslation();
  const say = useSay();
  const { row, name, takes, conflicts, blocks } = option;
  const isNamed = row !== "";
  const needsMending = conflicts.some(({ weight }) => weight === "hard");
  return (
    <section className={styles.person}>
      <h2>
        {isNamed ? t("exchange.substitute", { name, count: takes }) : t("exchange.alone")}
        {isNamed && <span>{say(option.post)}</span>}
      </h2>
      <ul>
        <li>
          <BroughtList
            conflicts={blocks.length > 0 ? blocks : conflicts}
            clear={t("exchange.leaveClear")}
          />
          {blocks.length === 0 && needsMending && (
            <p className={styles.late}>{t("exchange.mends")}</p>
          )}
          {blocks.length === 0 ? (
            <Button name="substitute" value={row}>
              {isNamed ? t("exchange.askWith", { name }) : t("exchange.askLeave")}
            </Button>
          ) : (
            <p className={styles.never}>{t("exchange.blocked")}</p>
          )}
        </li>
      </ul>
    </section>
  );
}
