import { isObject, type Json } from "../json";

/** Characters that a line may have before what is in it gets lines of its own. */
const WIDTH = 88;

/** A part of a definition as text that people edit: two blanks a level, what is short on one line. */
export function writePart(value: Json): string {
  return `${write(value, "", 0)}\n`;
}

/** `before`: how many characters stand on the line already. */
function write(value: Json, indent: string, before: number): string {
  const isList = Array.isArray(value);
  if (!isList && !isObject(value)) return JSON.stringify(value);
  const short = inOneLine(value);
  if (isList ? value.length === 0 : Object.keys(value).length === 0) return short;
  if (isFlat(value) && before + short.length <= WIDTH) return short;
  const below = `${indent}  `;
  const lines = isList
    ? value.map((item) => `${below}${write(item, below, below.length)}`)
    : Object.entries(value).map(([key, member]) => {
        const name = `${below}${JSON.stringify(key)}: `;
        return `${name}${write(member, below, name.length)}`;
      });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** True where one line does not hide a structure: names and values, or a list of them. */
function isFlat(value: Json[] | { [key: string]: Json }): boolean {
  return Object.values(value).every(
    (member) => !isGroup(member) || Object.values(member).every((one) => !isGroup(one)),
  );
}

function isGroup(value: Json): value is Json[] | { [key: string]: Json } {
  return typeof value === "object" && value !== null;
}

function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${inOneLine(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
