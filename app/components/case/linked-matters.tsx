import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView, LinkedMatter } from "../../runtime/api";
import { Card } from "../card";
import { DueChip } from "../due-chip";
import styles from "./linked-matters.module.css";

/** As many as are read at one look; more of those that are over are folded away. */
const AT_ONE_LOOK = 6;

/**
 * Matters that this one came from or opened: where each stands, by when, and who has it. One that this person may not
 * read has no link and no names.
 */
export function LinkedMatters({ view }: { view: Pick<CaseView, "links" | "status"> }) {
  const { t } = useTranslation();
  const { links } = view;
  if (links.length === 0) return null;
  const parents = links.filter(({ side }) => side === "parent");
  const children = links.filter(({ side }) => side === "child");
  const open = children.filter(({ isOpen }) => isOpen);
  const over = children.filter(({ isOpen }) => !isOpen);
  const isLong = children.length > AT_ONE_LOOK && over.length > 0;
  return (
    <Card title={t("links.title")} plain>
      <div className={styles.links} id="linked">
        {parents.length > 0 && (
          <>
            <h3>{t("links.parent")}</h3>
            <List links={parents} />
            {view.status === "open" && parents.every(({ isOpen }) => !isOpen) && (
              <p className={styles.note}>{t("links.parentOver")}</p>
            )}
          </>
        )}
        {children.length > 0 && (
          <>
            <h3>
              {t("links.children")}
              <span>
                {open.length > 0
                  ? t("links.openCount", { open: open.length, all: children.length })
                  : t("links.allOver", { count: children.length })}
              </span>
            </h3>
            <List links={isLong ? open : children} />
            {isLong && (
              <details>
                <summary>{t("links.over", { count: over.length })}</summary>
                <List links={over} />
              </details>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function List({ links }: { links: readonly LinkedMatter[] }) {
  return (
    <ul>
      {links.map((link, index) => (
        <li key={link.caseId ?? index}>
          {link.caseId === null ? (
            <div>
              <Words link={link} />
            </div>
          ) : (
            <Link to={`/cases/${link.caseId}`}>
              <Words link={link} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({ link }: { link: LinkedMatter }) {
  const { t } = useTranslation();
  const say = useSay();
  const { number, title, state, due, holders, concerns, caseId } = link;
  const who = holders.map(say).join(t("case.and"));
  return (
    <>
      <span className={styles.words}>
        <b>{say(title)}</b>
        <span className={styles.small}>
          {[number, state && say(state), who && t("links.holder", { who })]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {concerns && (
          <span className={styles.small}>
            {t("links.holds", {
              list: say(concerns.list),
              rows: concerns.rows.join(t("links.comma")),
            })}
          </span>
        )}
        {caseId === null && <span className={styles.small}>{t("links.withheld")}</span>}
      </span>
      <DueChip due={due} />
    </>
  );
}
