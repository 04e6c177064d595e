import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { BoardView, NoticeHead } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Icon } from "../icon";
import styles from "./board-page.module.css";
import { PublicFrame, type PublicPage } from "./public-frame";

/** A village's board: what is made public now, and whom to call. */
export function BoardPage({ board, ...page }: PublicPage & { board: BoardView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { villageName, unitName, notices, duty, hours, code } = board;
  return (
    <PublicFrame {...page} where={unitName ?? ""} width="wide">
      <h1>{t("notice.boardOf", { village: villageName })}</h1>
      <div className={styles.parts}>
        <section className={styles.notices}>
          <h2>{t("notice.now")}</h2>
          {notices.length === 0 && <p className={styles.none}>{t("notice.none")}</p>}
          <ul>
            {notices.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} village={code} />
            ))}
          </ul>
        </section>
        <section className={styles.side}>
          {duty && (
            <div className={styles.duty}>
              <h2>{t("notice.duty")}</h2>
              <a className={styles.phone} href={`tel:${duty.phone}`}>
                <Icon name="phone" />
                {duty.phone}
              </a>
              <p>{duty.unitName}</p>
              <p>{t("notice.emergency")}</p>
            </div>
          )}
          {hours.length > 0 && (
            <div className={styles.duty}>
              <h2>{t("notice.hours")}</h2>
              <dl className={styles.hours}>
                {hours.map(({ title, days, from, to }) => (
                  <div key={`${title.zh} ${from} ${days.join()}`}>
                    <dt>{say(title)}</dt>
                    <dd>
                      {daysInWords(days, t)} {from}–{to}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          )}
          <ButtonLink wide to="/follow">
            {t("objection.toFollow")}
          </ButtonLink>
        </section>
      </div>
    </PublicFrame>
  );
}

/** 周一至周五, 周四、周五: days that follow each other are joined. */
function daysInWords(days: readonly number[], t: TFunction): string {
  const names = t("notice.days").split(" ");
  const name = (day: number) => names[day - 1] ?? "";
  const runs = [...days]
    .sort((a, b) => a - b)
    .reduce<number[][]>((found, day) => {
      const run = found.at(-1);
      if (run?.at(-1) === day - 1) run.push(day);
      else found.push([day]);
      return found;
    }, []);
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [t("notice.dayToDay", { from: name(run[0] ?? 0), to: name(run.at(-1) ?? 0) })]
        : run.map(name),
    )
    .join(t("notice.and"));
}

/** The figure is how many working days are left. */
function NoticeCard({ notice, village }: { notice: NoticeHead; village: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { id, title, issuer, until, left, provisional } = notice;
  return (
    <li className={styles.card}>
      <Link to={`/notices/${id}?v=${village}`}>
        <span className={styles.figure} aria-hidden="true">
          {left ?? "‖"}
        </span>
        <span className={styles.words}>
          <b>{say(title)}</b>
          <span>{issuer}</span>
          <span>{left === null ? t("notice.stopped") : t("notice.left", { count: left })}</span>
          {until && <span>{t("notice.until", { day: showDay(until, language) })}</span>}
          {provisional && until && (
            <span className={styles.provisional}>
              {t("notice.provisional", { year: until.slice(0, 4) })}
            </span>
          )}
        </span>
        <Icon name="next" />
      </Link>
    </li>
  );
}
