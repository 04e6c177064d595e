import type { Words } from "./words";

/** Filling an installation from sheets. */
export const zh = {
  imports: {
    title: "导入",
    lead: "把机构、人员从表格导进来。有一行不对，就一行也不导入，并说明每一行要怎么改。同一份表再导一次，不会重复。",
    kind: "导入什么",
    columns: "要有这些列：{{columns}}。",
    blank: "下载空表",
    file: "表格文件",
    fileHint: "xlsx，或 CSV（UTF-8、GBK、GB18030），最多 10 MB、5 万行",
    check: "先查一遍",
    send: "导入",
    looked:
      "查过了，都对：{{rows}} 行，新增 {{added}}，改动 {{changed}}，不变 {{same}}。还没有写入。",
    done: "已导入 {{rows}} 行：新增 {{added}}，改动 {{changed}}，不变 {{same}}。",
    faults: "要改的行",
    line: "行",
    column: "列",
    fault: "要怎么改",
    wholeRow: "整行",
    noFile: "选一个文件",
  },
};

export const en: Words<typeof zh> = {
  imports: {
    title: "Import",
    lead: "Units and people from a sheet. If one row is wrong nothing is imported, and every wrong row is explained. The same sheet imported again changes nothing.",
    kind: "What to import",
    columns: "Columns: {{columns}}.",
    blank: "Empty sheet",
    file: "File",
    fileHint: "xlsx, or CSV (UTF-8, GBK, GB18030), at most 10 MB and 50,000 rows",
    check: "Look first",
    send: "Import",
    looked:
      "All rows are right: {{rows}} rows, {{added}} new, {{changed}} changed, {{same}} the same. Nothing was written yet.",
    done: "Imported {{rows}} rows: {{added}} new, {{changed}} changed, {{same}} the same.",
    faults: "Rows to mend",
    line: "Row",
    column: "Column",
    fault: "What to do",
    wholeRow: "whole row",
    noFile: "Choose a file",
  },
};
