import styles from "./paper-block.module.css";

/** 2026年11月30日 · 11月30日 · ¥360.00 · 2026-0061 · 李＊顺、 */
const WHOLE =
  /((?:\d{4}年)?\d{1,2}月\d{1,2}日|¥[\d,]+(?:\.\d+)?|\d{4}-\d{3,6}|\p{Script=Han}＊\p{Script=Han}{0,2}、?)/u;

/** A text whose dates, amounts, numbers and masked names stay on one line. */
export function Unbroken({ text }: { text: string }) {
  return text.split(WHOLE).map((part, index) =>
    index % 2 === 1 ? (
      <span key={`${index} ${part}`} className={styles.unbroken}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
