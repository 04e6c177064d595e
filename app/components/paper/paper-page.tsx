import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PaperView } from "../../runtime/api";
import { Icon } from "../icon";
import { PaperSheet } from "./paper-sheet";
import styles from "./paper-page.module.css";
import { PrintButton } from "./print-button";
import type { QrShape } from "./qr-code";

interface PaperPageProps {
  paper: PaperView;
  qr: Readonly<Record<string, QrShape>>;
  back: string;
  /** Where the same paper is as a Word file; absent where it is handed out on paper only. */
  word?: string;
}

/** A paper as it will be printed: on the screen one copy under a bar, on the printer all copies without it. */
export function PaperPage({ paper, qr, back, word }: PaperPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const copies = Array.from({ length: Math.max(1, paper.copies) }, (_, index) => index + 1);
  return (
    <>
      <header className={styles.bar}>
        <Link className={styles.back} to={back}>
          <Icon name="back" />
          {t("paper.back")}
        </Link>
        <h1 className={styles.title}>{say(paper.title)}</h1>
        {word && (
          <a className={styles.back} href={word} download>
            {t("paper.word")}
          </a>
        )}
        <PrintButton copies={paper.copies} />
      </header>
      <main id="main" className={styles.desk}>
        {copies.map((copy) => (
          <PaperSheet key={copy} paper={paper} qr={qr} copy={copy} />
        ))}
      </main>
    </>
  );
}
