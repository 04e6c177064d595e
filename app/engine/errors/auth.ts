import { defineErrors } from "./define";

/** Signing in, and passwords. */
export const authErrors = defineErrors({
  "auth/wrong": {
    kind: "forbidden",
    zh: "用户名或密码不对，请再看一遍。忘了密码，请管理员重设。",
    en: "The name or the password is wrong; look again. An administrator can set a new password.",
  },
  "auth/locked": {
    kind: "too-many",
    zh: "这个用户名连续输错太多次，{minutes} 分钟后再试。急用请管理员重设密码。",
    en: "Too many wrong passwords for this name. Try again in {minutes} minutes, or ask an administrator for a new password.",
  },
  "auth/too-fast": {
    kind: "too-many",
    zh: "这台设备或这个网络输错的次数较多，{seconds} 秒后再试。",
    en: "Many wrong passwords came from this device or network. Try again in {seconds} seconds.",
  },
  "auth/busy": {
    kind: "too-many",
    zh: "同时登录的人太多，{seconds} 秒后再试。",
    en: "Too many people are signing in at once. Try again in {seconds} seconds.",
  },
  "auth/signed-out": {
    kind: "forbidden",
    zh: "登录已经过期，这次没有存上。浏览器的“返回”通常还看得到刚才填写的内容，可以先复制下来，再重新登录。",
    en: "You are signed out; nothing was stored. Going back usually still shows what you entered: copy it, then sign in again.",
  },
  "auth/csrf": {
    kind: "forbidden",
    zh: "这一页打开得太久，或者换过登录，没有存上。请刷新页面后再提交。",
    en: "This page is from another sign-in or has grown old; nothing was stored. Reload it and send again.",
  },
  "auth/password-short": {
    kind: "invalid",
    zh: "密码至少 {least} 位，现在是 {length} 位。可以用几个不相干的词连起来。",
    en: "A password has at least {least} characters; this one has {length}. A few unrelated words make a good one.",
  },
  "auth/password-long": {
    kind: "invalid",
    zh: "密码最多 {most} 位。请缩短一些。",
    en: "A password has at most {most} characters. Shorten it.",
  },
  "auth/password-guessable": {
    kind: "invalid",
    zh: "密码里有用户名，或者全是同一个字符，容易被猜到。请换一个。",
    en: "The password contains the login or repeats one character. Choose another.",
  },
});
