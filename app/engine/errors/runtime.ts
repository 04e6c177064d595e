import { defineErrors } from "./define";

/** Starting and running the server: settings, data folder, lock, port. */
export const runtimeErrors = defineErrors({
  "runtime/settings": {
    kind: "invalid",
    zh: "设置有 {count} 处不对：\n{list}",
    en: "{count} settings are wrong:\n{list}",
  },
  "runtime/folder": {
    kind: "broken",
    zh: "数据文件夹 {folder} 用不了（{reason}）。请检查它的位置和权限，或用 QY_DATA_DIR 指定别的文件夹。",
    en: "The data folder {folder} cannot be used ({reason}). Check where it is and its permissions, or name another in QY_DATA_DIR.",
  },
  "runtime/key-missing": {
    kind: "broken",
    zh: "数据文件夹 {folder} 里有数据库，却没有密钥 master.key。没有它，数据读不出来：请把密钥的备份放回去。确实要从头开始的，请换一个空文件夹。",
    en: "The data folder {folder} holds a database but not its key, master.key. Without it nothing can be read: put its copy back. To start afresh, name an empty folder.",
  },
  "runtime/key-damaged": {
    kind: "broken",
    zh: "密钥文件 {file} 不完整。请把密钥的备份放回去。",
    en: "The key file {file} is damaged. Put its copy back.",
  },
  "runtime/key-open": {
    kind: "broken",
    zh: "密钥文件 {file} 别的用户也能读。请先运行：chmod 600 {file}",
    en: "The key file {file} can be read by other users. First run: chmod 600 {file}",
  },
  "runtime/locked": {
    kind: "conflict",
    zh: "数据文件夹 {folder} 正由另一个进程使用（{holder}）。请先停下它；它已经不在的，{seconds} 秒后再试。",
    en: "The data folder {folder} is in use by another process ({holder}). Stop it first; if it is gone, try again in {seconds} seconds.",
  },
  "runtime/port-taken": {
    kind: "conflict",
    zh: "端口 {port} 已被别的程序占用。请停下那个程序，或换一个端口：PORT={other} npm start",
    en: "Port {port} is taken by another program. Stop that program, or use another port: PORT={other} npm start",
  },
  "runtime/port-forbidden": {
    kind: "forbidden",
    zh: "不能使用 {host} 的端口 {port}（{reason}）。请换一个 1024 以上的端口，或检查 HOST。",
    en: "Port {port} on {host} cannot be used ({reason}). Use a port above 1024, or check HOST.",
  },
  "runtime/no-build": {
    kind: "broken",
    zh: "没有找到网页部分（{file}）。请用 npm start 启动，它会自动生成。",
    en: "The web part is missing ({file}). Start with npm start, which builds it.",
  },
  "runtime/unknown-package": {
    kind: "not-found",
    zh: "没有“{package}”这个流程，或者它有错误还没有启用。请管理员运行 qy check 查看。",
    en: "There is no workflow “{package}”, or it has faults and is not in use. An administrator sees why with qy check.",
  },
  "runtime/unknown-variant": {
    kind: "broken",
    zh: "本地采用的修改方案“{variant}”用不了（流程“{package}”）。请管理员运行 qy check 查看。",
    en: "The variant “{variant}” of “{package}” that is adopted here cannot be used. An administrator sees why with qy check.",
  },
  "runtime/two-variants": {
    kind: "conflict",
    zh: "{unit} 在 {day} 对“{package}”同时采用了两个修改方案（{first}、{second}），定不下按哪个办。请管理员用 qy unit adopt 按原来的日期重新采用其中一个。",
    en: "On {day}, {unit} uses two variants of “{package}” ({first}, {second}). An administrator adopts one of them again, from its own first day, with qy unit adopt.",
  },
  "runtime/definition-missing": {
    kind: "broken",
    zh: "这件事项所用的流程定义（{hash}）不在数据库里。请管理员运行 qy verify，并从备份恢复。",
    en: "The definition {hash} that this matter uses is not in the database. Run qy verify, and restore it from a backup.",
  },
  "runtime/only-demo": {
    kind: "forbidden",
    zh: "只有演示环境才能这样做。正式使用的数据不能掺进复制的事项。",
    en: "Only a demo can be filled. Copies do not belong among live data.",
  },
  "runtime/no-story": {
    kind: "broken",
    zh: "演示要讲的故事“{story}”在流程“{package}”里没有。",
    en: "The demo tells the story “{story}” of “{package}”, which is not there.",
  },
  "runtime/nothing-to-grow": {
    kind: "invalid",
    zh: "还没有可以复制的事项。先运行一次 npm start，等演示数据建好。",
    en: "There is no matter to copy. Run npm start once, so that the demo's matters are there.",
  },
});
