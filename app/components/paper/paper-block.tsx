import { useTranslation } from "react-i18next";
import type { PaperPart } from "../../runtime/api";
import styles from "./paper-block.module.css";

type Of<Block extends PaperPart["block"]> = Extract<PaperPart, { block: Block }>;

/** One block of a paper. QR codes stand at the foot of the sheet (`paper-sheet`). */
export function PaperBlock({ part }: { part: PaperPart }) {
  const { t } = useTranslation();
  switch (part.block) {
    case "heading":
      return <Heading {...part} />;
    case "number":
      return <p className={styles.number}>{part.text}</p>;
    case "text":
      return (
        <p className={part.indent ? `${styles.text} ${styles.indent}` : styles.text}>{part.text}</p>
      );
    case "fields":
      return <Fields {...part} />;
    case "table":
      return <Table {...part} />;
    case "signatures":
      return <Signatures {...part} />;
    case "seal":
      return (
        <div className={styles.seal}>
          <p>{part.issuer}</p>
          <p>{part.date}</p>
          <span className={styles.stamp}>{t("paper.seal")}</span>
        </div>
      );
    case "qr":
      return null;
    case "pageBreak":
      return <div className={styles.break} />;
  }
}

function Heading({ text, level }: Of<"heading">) {
  if (level === 1) return <h2 className={styles.title}>{text}</h2>;
  return level === 2 ? (
    <h3 className={styles.heading}>{text}</h3>
  ) : (
    <h4 className={styles.heading}>{text}</h4>
  );
}

function Fields({ items }: Of<"fields">) {
  return (
    <dl className={styles.fields}>
      {items.map(({ label, value }, index) => (
        <div key={`${label} ${index}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Widths are given in millimetres; columns without one share what is left. */
function Table({ columns, rows, empty }: Of<"table">) {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const whole = Math.max(given, open > 0 ? given + open * 30 : given, 1);
  return (
    <table className={styles.table}>
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} width={`${Math.round(((width ?? 30) / whole) * 100)}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={`${row} ${cells.join(" ")}`}>
            {cells.map((cell, index) => (
              <td key={`${index} ${cell}`}>{cell}</td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Signatures({ signers }: Of<"signatures">) {
  const { t } = useTranslation();
  return (
    <div className={styles.signatures}>
      {signers.map(({ label, fingerprint }, index) => (
        <div key={`${label} ${index}`}>
          <span>{label}</span>
          <span className={styles.line} />
          {fingerprint && <span className={styles.finger}>{t("paper.fingerprint")}</span>}
        </div>
      ))}
    </div>
  );
}
