import { defineErrors } from "./define";

/** The database: opening it, writing to it, reading what is encrypted in it. */
export const storageErrors = defineErrors({
  "storage/url": {
    kind: "invalid",
    zh: "DATABASE_URL“{url}”不能用。请写成 sqlite:文件路径，或者 postgres://用户:口令@主机/数据库。",
    en: "DATABASE_URL “{url}” cannot be used. Write it as sqlite:path-of-the-file or as postgres://user:password@host/database.",
  },
  "storage/collation": {
    kind: "invalid",
    zh: "PostgreSQL 数据库的编码或排序规则（{found}）不能用。请新建一个：create database qingyuan template template0 encoding 'UTF8' locale 'C'，再把 DATABASE_URL 指向它。",
    en: "The PostgreSQL database has an encoding or a collation that cannot be used ({found}). Make a new one, create database qingyuan template template0 encoding 'UTF8' locale 'C', and point DATABASE_URL to it.",
  },
  "storage/cannot-open": {
    kind: "broken",
    zh: "数据库打不开（{reason}）。请检查文件在不在、能不能读写；用 PostgreSQL 的，检查地址、用户和口令，再启动。",
    en: "The database cannot be opened ({reason}). Check that the file is there and may be read and written, or, with PostgreSQL, its address, user and password, then start again.",
  },
  "storage/newer-schema": {
    kind: "broken",
    zh: "数据库是用更新的版本建的（多出 {found}）。请升级清源后再启动，数据没有动过。",
    en: "The database was made by a newer version (it has {found}). Upgrade Qingyuan and start again; nothing was touched.",
  },
  "storage/older-schema": {
    kind: "broken",
    zh: "数据库还是旧版本的（缺 {missing}）。请先用 npm start 启动一次，它会自动升级，再运行这个命令。",
    en: "The database is of an older version (it lacks {missing}). Start once with npm start, which brings it up to date, then run this again.",
  },
  "storage/wrong-key": {
    kind: "broken",
    zh: "密钥和数据库不是一套，数据读不出来。请放回这个数据库原来的密钥。",
    en: "The key does not belong to this database, so nothing can be read. Put the database's own key back.",
  },
  "storage/cannot-decrypt": {
    kind: "broken",
    zh: "{what} 的内容解不开，可能被改动过。请运行 qy verify 核对，并从备份恢复。",
    en: "{what} cannot be decrypted; it may have been altered. Run qy verify, and restore it from a backup.",
  },
  "storage/write-failed": {
    kind: "broken",
    zh: "没有存上（{reason}）。这一步没有留下任何痕迹，请稍后再提交；一直这样，请告诉管理员检查磁盘。",
    en: "It could not be stored ({reason}). Nothing of this step was kept; send it again later. If it goes on, have the disk checked.",
  },
  "storage/malformed-work": {
    kind: "broken",
    zh: "要存的内容前后不一致（{what}），没有存上。请把这句话告诉管理员。",
    en: "What was to be stored contradicts itself ({what}); nothing was kept. Tell the administrator this sentence.",
  },
  "storage/sequence-moved": {
    kind: "conflict",
    zh: "编号“{key}”刚被别的事项用掉了。请重新提交，系统会给下一个号。",
    en: "The number of “{key}” was just used by another matter. Send again to get the next one.",
  },
  "storage/attachment-too-large": {
    kind: "too-large",
    zh: "附件有 {megabytes} MB，最大 {most} MB。请拍小一点，或者分开上传。",
    en: "The attachment has {megabytes} MB; {most} MB is the most. Take a smaller picture, or send it in parts.",
  },
});
