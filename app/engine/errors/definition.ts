import { defineErrors } from "./define";

/** Parts of a workflow's definition that a county edits as text. Nothing is stored where one of these is said. */
export const definitionErrors = defineErrors({
  "definition/unknown-part": {
    kind: "not-found",
    zh: "这个流程里没有这一部分，也没有地方可以新增它。请从流程定义页重新选。",
    en: "The workflow has no such part, and no place for it either. Choose it on the page of the definition.",
  },
  "definition/too-large": {
    kind: "too-large",
    zh: "原文有 {size} 个字符，最多 {limit} 个。没有存上，请精简，或分几次改。",
    en: "The text has {size} characters; {limit} are allowed. Nothing was stored: shorten it, or make several changes.",
  },
  "definition/not-json": {
    kind: "invalid",
    zh: "第 {line} 行第 {column} 个字符读不下去：{what}。改好再存。",
    en: "Line {line}, character {column} cannot be read: {what}. Mend it, then save.",
  },
  "definition/duplicate-key": {
    kind: "invalid",
    zh: "第 {line} 行的“{key}”前面已经写过（第 {before} 行），只会留下后一个。请删掉一个，或改名。",
    en: "“{key}” in line {line} was written before, in line {before}; only the later would stay. Remove or rename one.",
  },
  "definition/forbidden-key": {
    kind: "invalid",
    zh: "第 {line} 行的“{key}”不能作名称。请换一个。",
    en: "“{key}” in line {line} cannot be a name. Choose another.",
  },
  "definition/too-deep": {
    kind: "too-large",
    zh: "第 {line} 行的括号套了 {limit} 层以上。请改得平一些。",
    en: "In line {line} brackets are nested more than {limit} deep. Make it flatter.",
  },
  "definition/not-open": {
    kind: "forbidden",
    zh: "有 {count} 处改动，流程包没有放开给县里改（第一处：{first}）。请改回原样；确实要改，请流程包的作者放开。",
    en: "The package does not open {count} of the changes to counties (the first: {first}). Put them back, or ask the package's author.",
  },
  "definition/statutory": {
    kind: "forbidden",
    zh: "有 {count} 处改动碰到法定内容（第一处：{first}）。法定内容只能改标题、说明和顺序，请改回原样。",
    en: "{count} of the changes touch what is laid down by law (the first: {first}), of which only title, help and order may change. Put them back.",
  },
  "definition/breaks": {
    kind: "invalid",
    zh: "改了以后流程有 {count} 处不通（第一处：{first}）。没有存上，请照每一处的提示改好。",
    en: "With this the workflow has {count} faults (the first: {first}). Nothing was stored: mend each as it says.",
  },
  "definition/unchanged": {
    kind: "invalid",
    zh: "和现在的一样，没有可存的改动。",
    en: "This is what stands already; there is no change to keep.",
  },
});
