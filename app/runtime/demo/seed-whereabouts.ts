import type { BoardWord } from "../../engine/whereabouts-board";
import { dayOf, instantOf } from "../../engine/time/zone";
import type { Instant } from "../../engine/time/types";
import { findWhereabouts, saveWhereabouts } from "../../storage/whereabouts";
import type { Platform } from "../open-platform";

/** How the cards hang this morning: login, word, place, until when. Whoever is not here has not turned theirs yet. */
const CARDS: readonly [login: string, word: BoardWord, place: string, until: string][] = [
  ["yangxiulan", "in", "警务室", "17:30"],
  ["luming", "meeting", "乡政府", "11:30"],
  ["gaoyuan", "village", "岩湾村", "15:00"],
  ["luoxiaodong", "in", "派出所", "17:30"],
  ["yangguoan", "home", "三组", "11:30"],
  ["luojianping", "in", "警务室", "17:30"],
  ["tianmaolin", "leave", "", "17:30"],
  ["shilei", "village", "石板村", "16:00"],
  ["ranjing", "in", "警务室", "17:30"],
  ["heguifen", "in", "警务室", "17:30"],
  ["chendeqing", "home", "二组", "12:00"],
  ["zhouzheng", "call", "竹园村", "11:00"],
  ["liangyun", "in", "托管中心", "17:30"],
  ["xuqiaoyun", "home", "东关路", "11:00"],
  ["shentao", "in", "警务室", "17:30"],
  ["jiangning", "in", "派出所", "17:30"],
  ["yuhaibo", "village", "南湖村", "15:30"],
  ["zoumin", "call", "菜园村", "11:30"],
  ["fanzhiming", "in", "警务室", "17:30"],
  ["tanlei", "village", "双井村", "15:00"],
  ["pengyong", "meeting", "镇政府", "11:00"],
  ["zhangqiaoer", "in", "警务室", "17:30"],
  ["fangwei", "in", "派出所", "17:30"],
  ["linxia", "village", "茶山村", "16:00"],
  ["chenguohua", "in", "警务室", "17:30"],
  ["luqiang", "in", "派出所", "17:30"],
  ["weijun", "village", "红岩村", "14:30"],
  ["dingli", "call", "码头村", "11:30"],
  ["tangyi", "in", "派出所", "17:30"],
];

/** Turns the cards of the demo's people who have not turned them themselves. */
export async function seedWhereabouts({
  database,
  people,
  clock,
}: Pick<Platform, "database" | "people" | "clock">): Promise<void> {
  const now: Instant = clock.now();
  const users = CARDS.map(([login]) => people.directory().findLogin(login)?.id ?? "");
  const known = await findWhereabouts(database, users);
  for (const [index, [, word, place, hour]] of CARDS.entries()) {
    const user = users[index] ?? "";
    const until = instantOf(`${dayOf(now)}T${hour}`);
    // A card that names an hour gone by would only say that nobody knows.
    if (user === "" || known.has(user) || until <= now) continue;
    await saveWhereabouts(database, user, { word, place, until, setAt: now });
  }
}
