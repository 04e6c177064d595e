import { defineErrors } from "./define";

/** Files of units, people, villages and old registers. */
export const importErrors = defineErrors({
  "import/unreadable": {
    kind: "invalid",
    zh: "读不了这个文件。请用 Excel 另存为 xlsx 或 CSV，再导入。",
    en: "The file cannot be read. Save it as xlsx or CSV and import it again.",
  },
  "import/too-large": {
    kind: "too-large",
    zh: "文件太大：最多 {megabytes} MB、{rows} 行。请分成几个文件导入。",
    en: "The file is too large: at most {megabytes} MB and {rows} rows. Import it in parts.",
  },
  "import/empty": {
    kind: "invalid",
    zh: "文件里只有表头，没有数据行。",
    en: "There are no rows below the header.",
  },
  "import/unknown-kind": {
    kind: "not-found",
    zh: "没有“{kind}”这种导入。可以导入：{choices}。",
    en: "There is no import “{kind}”. There are: {choices}.",
  },
  "import/missing-columns": {
    kind: "invalid",
    zh: "缺这些列：{columns}。第一行写列名，可以下载空表照着填。",
    en: "These columns are missing: {columns}. The first row holds the names; an empty sheet can be downloaded.",
  },
  "import/unknown-columns": {
    kind: "invalid",
    zh: "不认识这些列：{columns}。可用的列：{choices}。",
    en: "These columns are not known: {columns}. Columns: {choices}.",
  },
  "import/bad-rows": {
    kind: "invalid",
    zh: "{rows} 行里有 {bad} 行要改，一行也没有导入。照下面的清单改好，再导入一次。",
    en: "{bad} of {rows} rows are wrong; nothing was imported. Mend them as listed and import again.",
  },
  "import/cell-missing": {
    kind: "invalid",
    zh: "“{column}”没有填。",
    en: "“{column}” is empty.",
  },
  "import/cell-choice": {
    kind: "invalid",
    zh: "“{column}”写的是“{found}”。可以写：{choices}。",
    en: "“{column}” says “{found}”. Possible: {choices}.",
  },
  "import/cell-number": {
    kind: "invalid",
    zh: "“{column}”写的是“{found}”，要写 {least} 到 {most} 的整数。",
    en: "“{column}” says “{found}”; a whole number from {least} to {most} is needed.",
  },
  "import/cell-day": {
    kind: "invalid",
    zh: "“{column}”写的是“{found}”，日期要写成 2026-11-23。",
    en: "“{column}” says “{found}”; write a day as 2026-11-23.",
  },
  "import/cell-long": {
    kind: "invalid",
    zh: "“{column}”太长，最多 {most} 个字。",
    en: "“{column}” is too long: at most {most} characters.",
  },
  "import/row-twice": {
    kind: "conflict",
    zh: "和第 {line} 行重复（{key}）。",
    en: "The same as row {line} ({key}).",
  },
  "import/name-differs": {
    kind: "conflict",
    zh: "用户名“{login}”在系统里是“{known}”，表里写的是“{found}”。是同一个人就改成一样，不是就换一个用户名。",
    en: "The login “{login}” belongs to “{known}”, the sheet says “{found}”. Make them the same, or choose another login.",
  },
  "import/not-yours": {
    kind: "forbidden",
    zh: "导入由本单位的配置管理员办理。",
    en: "Importing is for the administrators of a unit.",
  },
  "import/out-of-reach": {
    kind: "forbidden",
    zh: "“{unit}”不归您管，不能导入。",
    en: "“{unit}” is not under your unit.",
  },
});
