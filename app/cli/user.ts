import { say, type Language, type Text } from "../engine/text";
import type { UserRecord } from "../engine/people-ports";
import { createAccounts, type Accounts } from "../runtime/people/accounts";
import { makePassword } from "../runtime/people/make-password";
import type { Platform } from "../runtime/open-platform";
import type { Result } from "../runtime/api";
import { readOptions, type Options, type OptionShape } from "./terminal/options";
import { readPassword } from "./terminal/read-password";
import { processTerminal, reportRefusal, type Terminal } from "./terminal/report";
import { keepFilesPrivate, withPlatform } from "./terminal/with-platform";

export const about = "accounts: qy user add|post|reset|disable|list (stop the server first)";

const usage = `qy user add --login LOGIN --name NAME --role ROLE --unit UNIT [--generate]
qy user post --login LOGIN --role ROLE --unit UNIT
qy user reset --login LOGIN [--generate]
qy user disable --login LOGIN
qy user list [--json]
The password is asked for, or read from standard input; --generate makes one and prints it once.`;

/** Exit 0 when done, 1 when refused (while the server runs, too), 2 on wrong use. */
export function run(args: string[]): Promise<number> {
  keepFilesPrivate();
  return userCommand(processTerminal, args);
}

interface Asked {
  terminal: Terminal;
  platform: Platform;
  accounts: Accounts;
  options: Options;
  language: Language;
}

type Subcommand = OptionShape & { run(asked: Asked): Promise<number> };

const post = ["login", "role", "unit"];

const subcommands: Readonly<Record<string, Subcommand>> = {
  add: { required: [...post, "name"], flags: ["generate"], run: add },
  post: { required: post, run: addPost },
  reset: { required: ["login"], flags: ["generate"], run: reset },
  disable: { required: ["login"], run: disable },
  list: { required: [], flags: ["json"], run: list },
};

/** `qy user` on a given terminal. */
export async function userCommand(
  terminal: Terminal,
  [name = "", ...args]: string[],
): Promise<number> {
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  const options = subcommand && readOptions({ terminal, args, usage }, subcommand);
  if (!subcommand) terminal.err(usage);
  if (!subcommand || !options) return 2;
  return withPlatform({ terminal, holder: `user ${name}` }, (platform) => {
    const { people, roles, clock, settings } = platform;
    const accounts = createAccounts({ people, roles, now: () => clock.now() });
    const { language } = settings;
    return subcommand.run({ terminal, platform, accounts, options, language });
  });
}

async function add(asked: Asked): Promise<number> {
  const password = await choosePassword(asked);
  if (password === undefined) return 1;
  const { get } = asked.options;
  const account = { login: get("login"), name: get("name"), role: get("role"), unit: get("unit") };
  const added = await asked.accounts.add({ ...account, password });
  return tell(asked, added, {
    zh: "已添加，可以登录了。",
    en: "Added; this account can sign in now.",
  });
}

async function addPost(asked: Asked): Promise<number> {
  const { get } = asked.options;
  const added = await asked.accounts.addPost({
    login: get("login"),
    role: get("role"),
    unit: get("unit"),
  });
  return tell(asked, added, { zh: "已添加岗位。", en: "The post was added." });
}

async function reset(asked: Asked): Promise<number> {
  const password = await choosePassword(asked);
  if (password === undefined) return 1;
  const done = await asked.accounts.reset({ login: asked.options.get("login"), password });
  return tell(asked, done, {
    zh: "密码已重设，原来的登录都已退出。",
    en: "The password was set; earlier sign-ins have ended.",
  });
}

async function disable(asked: Asked): Promise<number> {
  const done = await asked.accounts.disable(asked.options.get("login"));
  return tell(asked, done, {
    zh: "已停用，办理记录保留原来的姓名。",
    en: "Disabled; the history keeps the name.",
  });
}

async function choosePassword({ terminal, options, language }: Asked): Promise<string | undefined> {
  if (options.flags.has("generate")) {
    const password = makePassword();
    const label = { zh: "密码（只显示这一次）", en: "Password (shown this once)" };
    terminal.out(`${say(label, language)}  ${password}`);
    return password;
  }
  const password = await readPassword(terminal, {
    first: say({ zh: "新密码：", en: "New password:" }, language),
    again: say({ zh: "再输一遍：", en: "Once more:" }, language),
  });
  if (password === undefined) {
    const differ = {
      zh: "两遍不一样，没有改。请再运行一次。",
      en: "The two differ; nothing was changed. Run it again.",
    };
    terminal.err(say(differ, language));
  }
  return password;
}

function tell({ terminal, language }: Asked, result: Result<UserRecord>, done: Text): number {
  if (!result.ok) return reportRefusal(terminal, result.refusal, language);
  terminal.out(`${result.value.login}  ${result.value.name}  ${say(done, language)}`);
  return 0;
}

function list({ terminal, platform, options, language }: Asked): Promise<number> {
  const { people, roles } = platform;
  const directory = people.directory();
  const rows = directory.users.map(({ id, login, name, demo, disabledAt }) => {
    const posts = (directory.findPerson(id)?.assignments ?? []).map(({ role, unit }) => {
      return {
        role,
        roleTitle: roles[role]?.title ?? { zh: role },
        unit: unit.id,
        unitName: unit.name,
      };
    });
    return { login, name, demo, disabled: disabledAt !== null, posts };
  });
  if (options.flags.has("json")) {
    terminal.out(JSON.stringify({ users: rows }, null, 2));
    return Promise.resolve(0);
  }
  for (const { login, name, demo, disabled, posts } of rows) {
    const marks = [
      ...(disabled ? [say({ zh: "停用", en: "disabled" }, language)] : []),
      ...(demo ? [say({ zh: "演示", en: "demo" }, language)] : []),
    ];
    const held = posts.map(({ roleTitle, unitName }) => `${say(roleTitle, language)}·${unitName}`);
    terminal.out([login, name, ...held, ...marks].join("  "));
  }
  return Promise.resolve(0);
}
