import { useTranslation } from "react-i18next";
import type { PaperView } from "../../runtime/api";
import { PaperBlock } from "./paper-block";
import styles from "./paper-sheet.module.css";
import { QrCode, type QrShape } from "./qr-code";
import { SheetRemark } from "./sheet-remark";

interface PaperSheetProps {
  paper: PaperView;
  qr: Readonly<Record<string, QrShape>>;
  /** Which copy this is; all after the first are for the printer only. */
  copy: number;
}

/** One copy of a paper: A4, black on white in every theme. */
export function PaperSheet({ paper, qr, copy }: PaperSheetProps) {
  const { t } = useTranslation();
  const look = [
    styles.sheet,
    paper.landscape ? styles.landscape : styles.portrait,
    copy > 1 && styles.printed,
  ];
  const codes = paper.blocks.flatMap((part) => (part.block === "qr" ? [part.text] : []));
  return (
    <article className={look.filter(Boolean).join(" ")} aria-hidden={copy > 1 || undefined}>
      <SheetRemark also={paper.sample && t("paper.sample")} />
      {paper.blocks.map((part, index) => {
        const [before, after] = [paper.blocks[index - 1], paper.blocks[index + 1]];
        if (part.block === "seal" && before?.block === "signatures") return null;
        const seal = after?.block === "seal" ? after : undefined;
        return <PaperBlock key={`${part.block} ${index}`} part={part} seal={seal} />;
      })}
      <footer className={styles.foot}>
        {codes.map((text) => {
          const shape = qr[text];
          return shape && <QrCode key={text} shape={shape} className={styles.qr} />;
        })}
        {codes.length > 0 && <p>{t("paper.qr")}</p>}
        <p className={styles.copy}>
          <b>{t("paper.copy", { copy, count: paper.copies })}</b>
        </p>
      </footer>
    </article>
  );
}
