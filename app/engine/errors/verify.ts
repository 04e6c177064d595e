import { defineErrors } from "./define";

/** What `qy verify` finds: the stored data against itself, its chain, and the engine. */
export const verifyErrors = defineErrors({
  "verify/no-database": {
    kind: "not-found",
    zh: "还没有数据库（{file}）。请先用 npm start 启动一次，或用 DATABASE_URL 指定数据库。",
    en: "There is no database yet ({file}). Start once with npm start, or name the database in DATABASE_URL.",
  },
  "verify/file": {
    kind: "broken",
    zh: "数据库文件损坏：{what}。请从备份恢复。",
    en: "The database file is damaged: {what}. Restore it from a backup.",
  },
  "verify/gap": {
    kind: "broken",
    zh: "办理记录不连续：应是第 {expected} 步，却是第 {found} 步。有记录被删掉或插进来，请从备份恢复。",
    en: "The history has a gap: step {expected} should follow, step {found} does. A line was removed or put in; restore it from a backup.",
  },
  "verify/chain": {
    kind: "broken",
    zh: "这条办理记录被改动过，或者不在原来的位置。请从备份恢复。",
    en: "This line of the history was altered or moved. Restore it from a backup.",
  },
  "verify/end": {
    kind: "broken",
    zh: "事项停在第 {stored} 步，办理记录却到第 {found} 步。请从备份恢复。",
    en: "The matter stands at step {stored}, its history ends at step {found}. Restore it from a backup.",
  },
  "verify/unreadable": {
    kind: "broken",
    zh: "{what} 解不开：内容或密钥被改动过。请从备份恢复。",
    en: "{what} does not open: it or its key was altered. Restore it from a backup.",
  },
  "verify/entry": {
    kind: "broken",
    zh: "办理记录的内容和它的登记（{column}）对不上。请从备份恢复。",
    en: "What this line of the history holds does not agree with its row ({column}). Restore it from a backup.",
  },
  "verify/fold": {
    kind: "broken",
    zh: "按办理记录推算的结果和存下的不一样（{parts}）。请把这件事项报给开发者。",
    en: "The history adds up to something else than what is stored ({parts}). Report this matter to the developers.",
  },
  "verify/columns": {
    kind: "broken",
    zh: "事项的登记项（{columns}）和它的内容对不上。请从备份恢复。",
    en: "The matter's row ({columns}) does not agree with its content. Restore it from a backup.",
  },
  "verify/rows": {
    kind: "broken",
    zh: "{table} 里的登记和事项对不上：多 {extra} 条，少 {missing} 条。请从备份恢复。",
    en: "The rows of {table} do not agree with the matter: {extra} too many, {missing} missing. Restore them from a backup.",
  },
  "verify/numbers": {
    kind: "broken",
    zh: "编号“{key}”对不上：记到 {stored}，实际用了 {used}。请查缺号或重号。",
    en: "The numbers of “{key}” do not add up: counted to {stored}, used {used}. Look for a gap or a repeat.",
  },
  "verify/orphans": {
    kind: "broken",
    zh: "{table} 里有 {count} 条登记找不到它的事项，事项可能被整件删掉了。请从备份恢复。",
    en: "{count} rows of {table} belong to no matter; whole matters may have been removed. Restore them from a backup.",
  },
  "verify/definition": {
    kind: "broken",
    zh: "流程定义 {hash} 不见了，或者被改动过。请从备份恢复。",
    en: "The definition {hash} is missing or was altered. Restore it from a backup.",
  },
  "verify/replay-differs": {
    kind: "broken",
    zh: "重新推演这一步，结果（{detail}）和当时不同。请把这件事项报给开发者。",
    en: "Taken again, this step comes out differently ({detail}). Report this matter to the developers.",
  },
  "verify/replay-refused": {
    kind: "broken",
    zh: "重新推演这一步，被拒绝了（{detail}）。请把这件事项报给开发者。",
    en: "Taken again, this step is refused ({detail}). Report this matter to the developers.",
  },
  "verify/replay-impossible": {
    kind: "broken",
    zh: "这件事项不能重新推演：{reason}。请装回当时用的插件。",
    en: "This matter cannot be replayed: {reason}. Put back the plugins it was decided with.",
  },
});
