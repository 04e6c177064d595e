import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ProposalView } from "../../runtime/api";

const WORDS = {
  none: "change.trialNone",
  running: "change.trialRunning",
  stale: "change.trialStale",
  done: "change.trialDone",
} as const;

/** How a change's trial on past matters stands, and the way to it. */
export function TrialLink({ proposal }: { proposal: ProposalView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { stage, read } = proposal.trial;
  return (
    <>
      <p>{read ? t("change.trialRead", { name: read.by, day: say(read.day) }) : t(WORDS[stage])}</p>
      <Link to={`/rules/changes/${proposal.id}/trial`}>{t("change.trialOpen")}</Link>
    </>
  );
}
