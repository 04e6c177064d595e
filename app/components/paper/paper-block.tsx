import { useTranslation } from "react-i18next";
import type { PaperPart } from "../../runtime/api";
import styles from "./paper-block.module.css";
import { Unbroken } from "./unbroken";

type Of<Block extends PaperPart["block"]> = Extract<PaperPart, { block: Block }>;

interface PaperBlockProps {
  part: PaperPart;
  /** The stamp that belongs to these signatures: it is set beside them. */
  seal?: Of<"seal">;
}

/** One block of a paper. QR codes stand at the foot of the sheet (`paper-sheet`). */
export function PaperBlock({ part, seal }: PaperBlockProps) {
  switch (part.block) {
    case "heading":
      return <Heading {...part} />;
    case "number":
      return <p className={styles.number}>{part.text}</p>;
    case "text":
      return (
        <>
          {part.text.split("\n").map((line, i) => (
            <p key={i} className={part.indent ? `${styles.text} ${styles.indent}` : styles.text}>
              <Unbroken text={line} />
            </p>
          ))}
        </>
      );
    case "fields":
      return <Fields {...part} />;
    case "table":
      return <Table {...part} />;
    case "signatures":
      return <Signatures {...part} seal={seal} />;
    case "seal":
      return <Seal {...part} />;
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
          <dd>
            <Unbroken text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Above so many columns a grid holds one character a cell. */
const DENSE = 12;

/** Widths are given in millimetres; columns without one share what is left. An empty cell is blank enough. */
function Table({ columns, rows, empty, grid }: Of<"table">) {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const look = [styles.table, grid && styles.grid, grid && columns.length > DENSE && styles.dense];
  const whole = Math.max(given, open > 0 ? given + open * 30 : given, 1);
  return (
    <div className={styles.tableBox}>
      <table className={look.filter(Boolean).join(" ")}>
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
            <tr
              key={`${row} ${cells.join(" ")}`}
              className={grid?.parted[row] ? styles.parted : undefined}
            >
              {cells.map((cell, index) => (
                <td key={`${index} ${cell}`}>
                  <span className={grid?.framed[row]?.[index] ? styles.framed : undefined}>
                    <Unbroken text={cell.trim()} />
                  </span>
                </td>
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
    </div>
  );
}

/** Who presses a finger beside the name comes first, two in a row; then the others, the stamp beside them. */
function Signatures({ signers, seal }: Of<"signatures"> & { seal?: Of<"seal"> }) {
  const isBrief = seal !== undefined && signers.filter(({ fingerprint }) => fingerprint).length < 2;
  const pressing = signers.filter(({ fingerprint }) => fingerprint && !isBrief);
  const others = signers.filter((signer) => !pressing.includes(signer));
  return (
    <>
      {pressing.length > 0 && (
        <div className={styles.signatures}>
          {pressing.map((signer, index) => (
            <Signature key={`${signer.label} ${index}`} {...signer} />
          ))}
        </div>
      )}
      <div className={seal ? styles.witnessed : styles.signatures}>
        <div className={seal ? undefined : styles.apart}>
          {others.map((signer, index) => (
            <Signature key={`${signer.label} ${index}`} {...signer} />
          ))}
        </div>
        {seal && <Seal {...seal} />}
      </div>
    </>
  );
}

function Signature({ label, fingerprint }: Of<"signatures">["signers"][number]) {
  const { t } = useTranslation();
  return (
    <div className={styles.signature}>
      <span>{label}</span>
      <span className={styles.line} />
      {fingerprint && <span className={styles.finger}>{t("paper.fingerprint")}</span>}
    </div>
  );
}

function Seal({ issuer, date }: Of<"seal">) {
  const { t } = useTranslation();
  return (
    <div className={styles.seal}>
      <p>{issuer}</p>
      <p>
        <Unbroken text={date} />
      </p>
      <span className={styles.stamp}>{t("paper.seal")}</span>
    </div>
  );
}
