import { useEffect, useRef, useState, type RefObject } from "react";
import type { Json, JsonObject } from "../../engine/json";
import type { ConditionGroup, RulePage, RuleVerdict } from "../../runtime/api";
import { isFinished } from "./builder-query";

/** An example as it stands in the text. */
export interface ExampleText {
  title?: { zh: string; en?: string };
  given: JsonObject;
  expect: boolean | "unknown";
}

/** A rule while it is edited. */
export interface RuleDraft {
  /** False before scripts run: then the text counts. */
  isLive: boolean;
  mode: "rows" | "text";
  rows: ConditionGroup | null;
  when: string;
  examplesText: string;
  verdict: RuleVerdict;
  /** Rows that are not finished are not asked about. */
  isUnfinished: boolean;
  /** The server could not be asked. */
  isOffline: boolean;
  setMode(mode: "rows" | "text"): void;
  setRows(rows: ConditionGroup): void;
  setWhen(when: string): void;
  setExamplesText(text: string): void;
  /** Null where the text cannot be read: then there is no table to edit. */
  examples: ExampleText[] | null;
  setExamples(examples: readonly ExampleText[]): void;
}

/** So long after the last key the rule is worked out again. */
const PAUSE = 350;

/** Keeps what is edited, and asks the server after each change what it comes to. */
export function useRuleDraft(page: RulePage, form: RefObject<HTMLFormElement>): RuleDraft {
  const [isLive, setLive] = useState(false);
  const [mode, setMode] = useState(page.mode);
  const [rows, setRows] = useState(page.verdict.rows);
  const [when, setWhen] = useState(page.verdict.when);
  const [examplesText, setExamplesText] = useState(page.verdict.examplesText);
  const [verdict, setVerdict] = useState(page.verdict);
  const [isOffline, setOffline] = useState(false);
  const isUnfinished = mode === "rows" && rows !== null && !isFinished(rows);
  const rowsText = JSON.stringify(rows);
  const asked = JSON.stringify([mode, mode === "rows" ? rowsText : when, examplesText]);
  const answered = useRef<string | null>(null);

  useEffect(() => setLive(true), []);

  useEffect(() => {
    // What the page came with is answered already.
    answered.current ??= asked;
    if (!isLive || isUnfinished || answered.current === asked || form.current === null) return;
    const body = new FormData(form.current);
    for (const [name, value] of Object.entries({
      mode,
      rows: rowsText,
      when,
      examples: examplesText,
    }))
      body.set(name, value);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      askVerdict(body, stop.signal)
        .then((found) => {
          answered.current = asked;
          setOffline(false);
          setVerdict(found);
          if (mode === "rows" && found.refusal?.code.startsWith("change/rule-") !== true)
            setWhen(found.when);
        })
        .catch(() => {
          if (!stop.signal.aborted) setOffline(true);
        });
    }, PAUSE);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
    // `asked` stands for everything that is sent.
  }, [asked, isLive, isUnfinished]);

  return {
    ...{ isLive, mode, rows, when, examplesText, verdict, isUnfinished, isOffline },
    setMode(next) {
      // The text and the rows say the same from here on.
      if (next === "rows") setRows(verdict.rows);
      setMode(next);
    },
    setRows,
    setWhen,
    setExamplesText,
    examples: readExamples(examplesText),
    setExamples: (examples) => setExamplesText(JSON.stringify(examples, null, 2)),
  };
}

async function askVerdict(body: FormData, signal: AbortSignal): Promise<RuleVerdict> {
  const url = `${window.location.pathname}/try`;
  const answer = await fetch(url, { method: "POST", body, signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as RuleVerdict;
}

function readExamples(text: string): ExampleText[] | null {
  try {
    const read = JSON.parse(text) as unknown;
    return Array.isArray(read) ? (read as ExampleText[]) : null;
  } catch {
    return null;
  }
}

/** A value written at a dotted path of what an example gives. */
export function withGiven(given: JsonObject, path: string, value: Json): JsonObject {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...given, [key]: value };
  const inner = given[key];
  const member = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...given, [key]: withGiven(member, rest.join("."), value) };
}
