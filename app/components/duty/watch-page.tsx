import { useTranslation } from "react-i18next";
import type { HandOverView } from "../../runtime/api";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./asking-page.module.css";
import { HandOverForm } from "./hand-over-form";
import { WatchCard } from "./watch-card";

interface WatchPageProps {
  view: HandOverView;
  commandId: string;
  refused?: ShownRefusal;
}

/** One watch: the hand-over for whoever is on duty, the hand-over's content for whoever takes over. */
export function WatchPage({ view, commandId, refused }: WatchPageProps) {
  const { t } = useTranslation();
  const { watch } = view;
  return (
    <PageFrame
      section="today"
      width="text"
      back={{ to: "/today", label: t("nav.today") }}
      where={view.stationName}
    >
      <h1 className={styles.title}>{t("watch.title")}</h1>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      {watch.part === "onDuty" ? (
        <HandOverForm view={view} commandId={commandId} />
      ) : (
        <WatchCard watch={watch} commandId={commandId} />
      )}
    </PageFrame>
  );
}
