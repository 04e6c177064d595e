import { problem, type Problem } from "../check/problem";
import { FORBIDDEN_KEYS, type Json } from "../json";
import { pointerTo } from "../json-pointer";
import type { Text } from "../text";

/** A line and a character of a text, both counted from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** What is wrong with a text itself, and where. `pointer` is where it lies in the value, as far as it was read. */
export interface TextProblem extends Problem {
  at: TextPosition;
}

export type PartText =
  | {
      ok: true;
      value: Json;
      /** Pointer → where the member's name stands, or the item of a list begins. */
      places: ReadonlyMap<string, TextPosition>;
    }
  | { ok: false; problems: TextProblem[] };

/** Characters that a part's text may have. */
export const MOST_CHARACTERS = 256 * 1024;
/** Levels of nesting: what follows may walk the value recursively. */
const MAX_DEPTH = 64;

/**
 * Reads the text of one part of a definition. Says in the writer's words where it cannot be read: `definition/too-large`,
 * `definition/not-json`, `definition/too-deep`, `definition/duplicate-key`, `definition/forbidden-key`. Linear time.
 */
export function readPart(text: string): PartText {
  if (text.length > MOST_CHARACTERS) {
    const found = problem("definition/too-large", "", {
      size: text.length,
      limit: MOST_CHARACTERS,
    });
    return { ok: false, problems: [{ ...found, at: { line: 1, column: 1 } }] };
  }
  const reader = new PartReader(text.replace(/^\uFEFF/, ""));
  const problems = reader.read();
  if (problems.length > 0) return { ok: false, problems };
  const value = JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  return { ok: true, value, places: reader.places };
}

/** Thrown and caught in here alone: reading ends at the first thing that cannot be read. */
class Unreadable extends Error {
  constructor(readonly found: TextProblem) {
    super(found.code);
  }
}

// A line break or another control character stands in no text.
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const SPACE = /[ \t\r\n]*/y;

/** What Chinese input methods write in place of what belongs here. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ...{ "，": ",", "：": ":", "“": '"', "”": '"', "「": '"', "」": '"', "｛": "{", "｝": "}" },
  ...{ "【": "[", "】": "]", "［": "[", "］": "]", "、": ",", "；": ",", "＂": '"' },
};

class PartReader {
  readonly places = new Map<string, TextPosition>();
  readonly #text: string;
  readonly #lines: number[];
  readonly #problems: TextProblem[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      this.#lines.push(at + 1);
    }
  }

  read(): TextProblem[] {
    try {
      this.#skip();
      this.places.set("", this.#position(this.#at));
      this.#value("", 1);
      this.#skip();
      if (this.#at < this.#text.length) this.#stop(TOO_MUCH, "");
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      this.#problems.push(cause.found);
    }
    return this.#problems;
  }

  #value(pointer: string, depth: number): void {
    const begin = this.#text[this.#at];
    if (begin === "{" || begin === "[") {
      if (depth > MAX_DEPTH) {
        const at = this.#position(this.#at);
        const params = { line: at.line, limit: MAX_DEPTH };
        throw new Unreadable({ ...problem("definition/too-deep", pointer, params), at });
      }
      return begin === "{" ? this.#object(pointer, depth) : this.#list(pointer, depth);
    }
    if (begin === '"') return void this.#string(pointer);
    if (this.#match(LITERAL) === undefined) this.#stop(NO_VALUE, pointer);
  }

  #object(pointer: string, depth: number): void {
    const seen = new Map<string, number>();
    this.#members("}", () => {
      const at = this.#position(this.#at);
      if (this.#text[this.#at] !== '"') this.#stop(NO_NAME, pointer);
      const key = this.#string(pointer);
      const here = pointerTo(pointer, key);
      this.#name(key, { here, at, before: seen.get(key) });
      seen.set(key, at.line);
      this.places.set(here, at);
      this.#skip();
      if (!this.#takes(":")) this.#stop(NO_COLON, here);
      this.#skip();
      this.#value(here, depth + 1);
      return here;
    });
  }

  #list(pointer: string, depth: number): void {
    this.#members("]", (index) => {
      const here = pointerTo(pointer, index);
      this.places.set(here, this.#position(this.#at));
      this.#value(here, depth + 1);
      return here;
    });
  }

  /** Members with commas between them, up to the closing bracket. `read` reads one and says where it lies. */
  #members(close: "}" | "]", read: (index: number) => string): void {
    this.#at += 1;
    this.#skip();
    if (this.#takes(close)) return;
    for (let index = 0; ; index += 1) {
      const here = read(index);
      this.#skip();
      if (this.#takes(close)) return;
      if (!this.#takes(",")) this.#stop(NO_COMMA, here);
      this.#skip();
      if (this.#text[this.#at] === close) this.#stop(COMMA_AT_END, here);
    }
  }

  #name(
    key: string,
    { here, at, before }: { here: string; at: TextPosition; before?: number | undefined },
  ) {
    const { line } = at;
    if (before !== undefined) {
      const found = problem("definition/duplicate-key", here, { key, line, before });
      this.#problems.push({ ...found, at });
    }
    if (FORBIDDEN_KEYS.has(key)) {
      this.#problems.push({ ...problem("definition/forbidden-key", here, { key, line }), at });
    }
  }

  #string(pointer: string): string {
    const found = this.#match(STRING);
    if (found === undefined) return this.#stop(BAD_STRING, pointer);
    return JSON.parse(found) as string;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #skip(): void {
    this.#match(SPACE);
  }

  #takes(character: string): boolean {
    const isHere = this.#text[this.#at] === character;
    if (isHere) this.#at += 1;
    return isHere;
  }

  #stop(what: Text, pointer: string): never {
    const at = this.#position(this.#at);
    const here = this.#text[this.#at];
    const said = here === undefined ? TOO_SHORT : (halfWidth(here) ?? what);
    throw new Unreadable({ ...problem("definition/not-json", pointer, { ...at, what: said }), at });
  }

  #position(offset: number): TextPosition {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lines[low] ?? 0) + 1 };
  }
}

const TOO_MUCH: Text = {
  zh: "前面已经写完了，这里又多出内容",
  en: "everything before is complete, and here is something more",
};
const TOO_SHORT: Text = {
  zh: "到这里就断了，少了引号或右括号",
  en: "the text ends here; a quote or a closing bracket is missing",
};
const NO_VALUE: Text = {
  zh: "这里应该是一个值：带双引号的文字、数字、true、false、null，或者括号",
  en: "a value belongs here: a text in double quotes, a number, true, false, null, or a bracket",
};
const NO_NAME: Text = {
  zh: "这里应该是带双引号的名称",
  en: "a name in double quotes belongs here",
};
const NO_COLON: Text = { zh: "名称后面应该是冒号", en: "a colon belongs after the name" };
const NO_COMMA: Text = {
  zh: "这里应该是逗号，或者收尾的括号",
  en: "a comma or a closing bracket belongs here",
};
const COMMA_AT_END: Text = {
  zh: "最后一项后面多了逗号",
  en: "there is a comma after the last item",
};
const BAD_STRING: Text = {
  zh: "从这里开始的引号没有收尾，或者里面有换行、不认识的反斜杠",
  en: "the quote that begins here is not closed, or holds a line break or an unknown backslash",
};

function halfWidth(full: string): Text | undefined {
  const half = FULL_WIDTH[full];
  return half === undefined
    ? undefined
    : {
        zh: `这里是中文标点“${full}”，要用英文的 ${half}`,
        en: `“${full}” is Chinese punctuation; ${half} belongs here`,
      };
}
