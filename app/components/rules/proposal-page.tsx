import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Text } from "../../engine/text";
import type { ProposalView } from "../../runtime/api";
import { Card } from "../card";
import { Gate } from "../gate";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { Facts } from "./facts";
import { ProposalActs } from "./proposal-acts";
import { ProposalLog } from "./proposal-log";
import styles from "./proposal-page.module.css";
import { TrialLink } from "./trial-link";
import { Sentences } from "./sentence";

interface ProposalPageProps {
  proposal: ProposalView;
  said: Text | null;
  refusal: ShownRefusal | null;
  /** What was written for the act that was refused, by field. */
  typed: Readonly<Record<string, string>>;
}

/** One change: what it does in sentences, who has signed it, and what the reader may do with it. */
export function ProposalPage({ proposal, said, refusal, typed }: ProposalPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { sentences, sinceBefore, opinion, exemptions } = proposal;
  return (
    <PageFrame section="rules" back={{ to: "/rules", label: t("rules.title") }}>
      <Said text={said} />
      <header className={styles.head}>
        <h1>{`${say(proposal.package.title)}·${t("change.title")}`}</h1>
        <span className={proposal.stage === "published" ? styles.done : styles.open}>
          <Icon name={proposal.stage === "published" ? "yes" : "lack"} />
          {say(proposal.status)}
        </span>
      </header>
      <p className={styles.scope}>{say(proposal.scope)}</p>
      <div className={styles.columns}>
        <div>
          {refusal && !refusal.fields && <Gate sentence={refusal.message} alert />}
          <Card title={t(sinceBefore ? "change.sinceBefore" : "change.what")}>
            <Sentences of={sinceBefore ?? sentences} none={t("change.nothing")} />
            {exemptions.map((one) => (
              <div key={one.title.zh} className={styles.exemption}>
                <h3>{`${t("change.exemption")}·${say(one.title)}`}</h3>
                <p>
                  {[
                    t("change.exemptionFloor", { floor: say(one.floor) }),
                    t(one.isOver ? "change.exemptionOver" : "change.exemptionUntil", {
                      day: say(one.until),
                    }),
                  ].join(t("joins.comma"))}
                </p>
                <p>{one.reason}</p>
              </div>
            ))}
          </Card>
          {sinceBefore && (
            <Card title={t("change.sinceParent")}>
              <Sentences of={sentences} none={t("change.nothing")} />
            </Card>
          )}
          <ProposalLog log={proposal.log} />
        </div>
        <aside>
          <Card title={t("change.signOff")}>
            <Facts
              rows={[
                {
                  name: t("change.author"),
                  value: [proposal.author, say(proposal.begun)].join(t("comma")),
                },
                { name: t("change.why"), value: proposal.why || "—" },
                {
                  name: t("change.review"),
                  value: opinion
                    ? [opinion.by, say(opinion.day)].join(t("comma"))
                    : t("change.reviewer"),
                  dim: !opinion,
                },
                {
                  name: t("change.opinion"),
                  value: opinion?.text ?? t("change.waitsOpinion"),
                  dim: !opinion,
                },
                {
                  name: t("change.documentNumber"),
                  value: opinion?.documentNumber ?? t("change.waitsNumber"),
                  dim: !opinion,
                },
                { name: t("change.trialTitle"), value: <TrialLink proposal={proposal} /> },
                {
                  name: t("change.effective"),
                  value: proposal.from ? say(proposal.from) : t("change.waitsDay"),
                  dim: !proposal.from,
                },
              ]}
            />
          </Card>
          {proposal.waitsFor && <p className={styles.waits}>{say(proposal.waitsFor)}</p>}
          <ProposalActs proposal={proposal} refusal={refusal} typed={typed} />
        </aside>
      </div>
    </PageFrame>
  );
}
