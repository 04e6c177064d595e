import { useSay } from "../../i18n/use-say";
import type { SentencePart } from "../../engine/change/say-change";
import styles from "./sentence.module.css";

/** A change as a sentence: what was is struck, what is new is blue with an underlay. */
export function Sentence({ parts, small }: { parts: readonly SentencePart[]; small?: boolean }) {
  const say = useSay();
  return (
    <p className={small ? styles.small : styles.sentence}>
      {parts.map(({ text, mark }, index) => {
        if (mark === "old" || mark === "gone") return <del key={index}>{say(text)}</del>;
        if (mark === "new") return <ins key={index}>{say(text)}</ins>;
        return <span key={index}>{say(text)}</span>;
      })}
    </p>
  );
}

/** Several sentences under each other. */
export function Sentences({ of, none }: { of: readonly SentencePart[][]; none: string }) {
  if (of.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles.list}>
      {of.map((parts, index) => (
        <li key={index}>
          <Sentence parts={parts} small />
        </li>
      ))}
    </ul>
  );
}
