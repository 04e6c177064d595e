import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { DutyDesk, RosterBrief } from "../../runtime/api";
import { Button } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./duty-page.module.css";
import { shortDay } from "./shift-text";
import { WhereaboutsBoard } from "./whereabouts-board";

interface DutyPageProps {
  desk: DutyDesk;
  commandId: string;
  said: Text | null;
  refused?: ShownRefusal;
}

/** A station's rosters, the board at its door, and the next roster to be made. */
export function DutyPage({ desk, commandId, said, refused }: DutyPageProps) {
  const { t } = useTranslation();
  return (
    <PageFrame
      section="duty"
      back={{ to: "/today", label: t("nav.today") }}
      where={desk.stationName}
    >
      <Said text={said} />
      <h1 className={styles.title}>{t("duty.title")}</h1>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      <div className={styles.columns}>
        <div>
          <Card title={t("duty.rosters")} plain>
            {desk.rosters.length > 0 ? <Rosters rosters={desk.rosters} /> : <p>{t("duty.none")}</p>}
          </Card>
          {desk.mayBegin && <Begin desk={desk} commandId={commandId} />}
          {desk.filed.length > 0 && (
            <Card title={t("duty.filed")} plain>
              <Rosters rosters={desk.filed} />
            </Card>
          )}
        </div>
        <div id="board">
          <Card title={t("duty.board")}>
            <WhereaboutsBoard board={desk.board} />
          </Card>
        </div>
      </div>
    </PageFrame>
  );
}

function Rosters({ rosters }: { rosters: readonly RosterBrief[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className={styles.rosters}>
      {rosters.map(({ caseId, from, to, version, state, mustChange }) => (
        <li key={caseId}>
          <Link to={`/duty/${caseId}`}>
            {t("duty.span", { from: shortDay(from, language), to: shortDay(to, language) })}
          </Link>
          <span>{t("duty.state", { version, state: say(state) })}</span>
          {mustChange > 0 && <b>{t("duty.mustChange", { count: mustChange })}</b>}
        </li>
      ))}
    </ul>
  );
}

function Begin({ desk, commandId }: { desk: DutyDesk; commandId: string }) {
  const { t } = useTranslation();
  return (
    <Card title={t("duty.begin")}>
      <Form method="post" className={styles.begin}>
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <TextField
          id="from"
          name="from"
          type="date"
          label={t("duty.from")}
          defaultValue={desk.nextMonday}
        />
        <TextField
          id="days"
          name="days"
          type="number"
          min={1}
          max={31}
          label={t("duty.days")}
          defaultValue="7"
        />
        <label className={styles.copy}>
          <input type="checkbox" name="copy" value="yes" defaultChecked /> {t("duty.copy")}
        </label>
        <Button>{t("duty.beginNow")}</Button>
      </Form>
    </Card>
  );
}
