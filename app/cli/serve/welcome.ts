import type { UserRecord } from "../../engine/people-ports";
import { say, type Text } from "../../engine/text";
import { showMoment } from "../../engine/time/zone";
import type { Runtime } from "../../runtime/api";
import type { Settings } from "../../runtime/settings";

interface WelcomeInput {
  settings: Pick<Settings, "mode" | "origin" | "host" | "dataFolder" | "language" | "clock">;
  /** The port really taken. */
  port: number;
  demo: Runtime["demo"];
  users: readonly UserRecord[];
}

const words = {
  open: { zh: "打开", en: "Open" },
  stop: { zh: "停止", en: "Stop" },
  data: { zh: "数据", en: "Data" },
  ready: { zh: "清源已启动", en: "Qingyuan is running" },
  invented: { zh: "演示数据，均为虚构", en: "Demo data, all of it invented" },
  stands: { zh: "演示的时间停在", en: "The demo's clock stands at" },
  people: { zh: "可以登录的人，密码都是", en: "Who can sign in; the password of all is" },
  left: {
    zh: "这个数据文件夹里有演示账号，正式使用时都不能登录。",
    en: "This data folder holds demo accounts; none of them can sign in now.",
  },
  nobody: {
    zh: "还没有人可以登录。先停止，添加一个机构和一位管理员，再启动：",
    en: "Nobody can sign in yet. Stop, add a unit and an administrator, then start again:",
  },
} satisfies Record<string, Text>;

const firstSteps = [
  "npx qy unit add --id 991021 --name 云岭县 --kind county --covers 991021",
  "npx qy unit adopt --unit 991021 --package dispute-mediation",
  "npx qy user add --login heming --name 何明 --role admin --unit 991021",
];

/** What the terminal shows when the server is up: what to open and who can sign in. */
export function welcome({ settings, port, demo, users }: WelcomeInput): string {
  const { origin, host, dataFolder, language } = settings;
  const word = (name: keyof typeof words) => say(words[name], language);
  const lines = [
    "",
    `  ${word("ready")}`,
    "",
    `  ${word("open")}  ${origin ?? `http://${reachable(host)}:${port}`}`,
    `  ${word("data")}  ${dataFolder}`,
    `  ${word("stop")}  Ctrl+C`,
    "",
  ];
  if (demo) {
    const stands = settings.clock === null ? [] : [showMoment(settings.clock, language)];
    lines.push(
      `  ${word("invented")}`,
      ...stands.map((at) => `  ${word("stands")} ${at}`),
      `  ${word("people")} ${demo.password}`,
      "",
    );
    for (const { login, name, role, unitName } of demo.accounts) {
      lines.push(`    ${pad(login, 16)}${pad(name, 10)}${say(role, language)}·${unitName}`);
    }
    lines.push("");
    return lines.join("\n");
  }
  if (users.some((user) => user.demo)) lines.push(`  ${word("left")}`, "");
  if (!users.some((user) => !user.demo && user.disabledAt === null)) {
    lines.push(`  ${word("nobody")}`, ...firstSteps.map((step) => `    ${step}`), "");
  }
  return lines.join("\n");
}

/** Listening on all networks, this machine reaches itself by its own name. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Chinese characters take two columns of a terminal. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce((sum, one) => sum + (/[\u2e80-\uffe6]/.test(one) ? 2 : 1), 0);
  return text + " ".repeat(Math.max(1, columns - width));
}
