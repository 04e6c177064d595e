import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { NoticeView, PaperPart } from "../../runtime/api";
import { useFrameData } from "../frame-data";
import { Icon } from "../icon";
import { PaperBlock } from "../paper/paper-block";
import paperStyles from "../paper/paper-page.module.css";
import sheetStyles from "../paper/paper-sheet.module.css";
import { QrCode, type QrShape } from "../paper/qr-code";
import styles from "./notice-sheet.module.css";

interface NoticeSheetProps {
  notice: NoticeView;
  qr: QrShape;
  url: string;
}

/** The paper copy for the village board: A4, with the stamp's place and the way to the page. */
export function NoticeSheet({ notice, qr, url }: NoticeSheetProps) {
  const { t } = useTranslation();
  const demo = useFrameData()?.demo;
  const parts = useParts(notice);
  return (
    <>
      <header className={paperStyles.bar}>
        <Link className={paperStyles.back} to={`/notices/${notice.id}`}>
          <Icon name="back" />
          {t("notice.back")}
        </Link>
        <p className={styles.hint}>{t("sheet.hint")}</p>
      </header>
      <main id="main" className={paperStyles.desk}>
        <article className={`${sheetStyles.sheet} ${sheetStyles.portrait} ${styles.large}`}>
          <p className={sheetStyles.remark}>{demo && t("demo")}</p>
          {parts.map((part, index) => (
            <PaperBlock key={`${part.block} ${index}`} part={part} />
          ))}
          <footer className={sheetStyles.foot}>
            <QrCode shape={qr} className={styles.qr} label={t("notice.qr")} />
            <p>
              {t("sheet.qr")}
              <br />
              {url}
            </p>
          </footer>
        </article>
      </main>
    </>
  );
}

/** The notice in the blocks of a paper. */
function useParts(notice: NoticeView): PaperPart[] {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { title, number, text, columns, rows, until, from, countdown, contact, places } = notice;
  const isMarked = rows.some(({ mark }) => mark !== null);
  const remark = isMarked ? [{ title: t("notice.remark"), width: 40 }] : [];
  const total = countdown?.total ?? 0;
  const day = (one: string) => showDay(one, language);
  const lines: [string, string | null][] = [
    [
      t("sheet.time"),
      until === null
        ? t("notice.stopped")
        : t("sheet.fromTo", { from: day(from), until: day(until), total }),
    ],
    [t("sheet.objections"), notice.takesObjections ? t("sheet.objectionHelp") : null],
    [t("notice.contact"), contact && say(contact)],
    [t("notice.places"), places && say(places)],
  ];
  return [
    { block: "heading", text: say(title), level: 1 },
    ...(number === null ? [] : [{ block: "number", text: number } as const]),
    { block: "text", text: say(text), indent: true },
    {
      block: "table",
      columns: [
        ...columns.map((column) => ({
          title: say(column.title),
          ...(column.width === undefined ? {} : { width: column.width }),
        })),
        ...remark,
      ],
      rows: rows.map(({ cells, mark }) => [
        ...columns.map(({ key }) => cells[key] ?? ""),
        ...(isMarked ? [mark ? say(mark) : ""] : []),
      ]),
      empty: t("notice.emptyList"),
    },
    {
      block: "fields",
      items: lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    },
    { block: "seal", issuer: notice.issuer, date: day(from) },
  ];
}
