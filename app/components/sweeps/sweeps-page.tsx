import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { SweepsView } from "../../runtime/api";
import { Card } from "../card";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { ParkedList } from "./parked-list";
import { QueueLine } from "./queue-line";
import styles from "./sweeps-page.module.css";

interface SweepsPageProps {
  view: SweepsView;
  done: boolean;
  refusal: ShownRefusal | null;
}

/** Whether reminders and escalation run, county by county; what stands still, with the way to try it again. */
export function SweepsPage({ view, done, refusal }: SweepsPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("sweeps.title")}</h1>
      <p className={styles.lead}>{t("sweeps.lead", { since: say(view.countingSince) })}</p>
      {refusal && <Gate sentence={refusal.message} code={refusal.code} alert />}
      {done && (
        <p className={styles.done} role="status">
          {t("sweeps.retried")}
        </p>
      )}
      <div className={styles.counties}>
        {view.counties.map(({ code, name, queues }) => (
          <Card key={code} title={name}>
            {queues.map((queue) => (
              <QueueLine key={queue.queue} sweep={queue} />
            ))}
          </Card>
        ))}
      </div>
      <ParkedList parked={view.parked} />
    </PageFrame>
  );
}
