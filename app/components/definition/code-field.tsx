import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import styles from "./code-field.module.css";

/** Where the cursor is to go; a new object for every click. */
export interface CursorPlace {
  line: number;
  column: number;
}

interface CodeFieldProps {
  id: string;
  label: string;
  hintId: string;
  value: string;
  onChange: (text: string) => void;
  /** Lines with a problem. */
  marked: ReadonlySet<number>;
  goTo: CursorPlace | null;
}

const MOST_ROWS = 34;
const LEAST_ROWS = 8;

/** A text with numbered lines: Tab indents, Enter keeps the indentation, Esc lets Tab leave. */
export function CodeField({ id, label, hintId, value, onChange, marked, goTo }: CodeFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const leaves = useRef(false);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  useEffect(() => {
    if (goTo !== null && area.current !== null) moveTo(area.current, goTo);
  }, [goTo]);
  const count = value.split("\n").length;
  const rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, count + 1));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Escape") leaves.current = true;
    else if (event.key === "Tab" && !event.shiftKey && isPlain && !leaves.current) {
      event.preventDefault();
      insert("  ");
    } else if (event.key === "Enter" && isPlain && !event.nativeEvent.isComposing) {
      const before = event.currentTarget.value.slice(0, event.currentTarget.selectionStart);
      const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(before)?.[1] ?? "";
      if (indent === "") return;
      event.preventDefault();
      insert(`\n${indent}`);
    } else if (event.key !== "Shift") leaves.current = false;
  }

  return (
    <div className={styles.box}>
      {isAlive && (
        <ol className={styles.numbers} ref={numbers} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <li key={index} className={marked.has(index + 1) ? styles.marked : undefined}>
              {index + 1}
            </li>
          ))}
        </ol>
      )}
      <textarea
        ref={area}
        id={id}
        name="text"
        className={styles.text}
        aria-label={label}
        aria-describedby={hintId}
        value={value}
        rows={rows}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => (leaves.current = false)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Writes at the cursor as if it had been typed, so that it can be undone. */
function insert(text: string): void {
  document.execCommand("insertText", false, text);
}

/** Puts the cursor on a place and shows it with some lines above. */
function moveTo(area: HTMLTextAreaElement, { line, column }: CursorPlace): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(Math.min(start + column - 1, end), end);
  const height = area.scrollHeight / lines.length;
  area.scrollTop = Math.max(0, (line - 5) * height);
  area.scrollLeft = 0;
  area.scrollIntoView({ block: "nearest" });
}
