const SURNAMES = [..."田龙石向吴罗覃杨彭李王张刘陈黄周徐孙马朱胡林郭何高"];
const GIVEN = (
  "长顺 秀英 光明 桂花 大有 有光 德厚 文清 素珍 腊梅 明海 国栋 玉兰 春生 冬梅 福贵 金凤 水生 玉珍 建国 " +
  "志远 桂香 永福 小英 家旺 凤英 成林 菊香 世平 万春 茂才 翠莲 运来 光荣 银花 正坤 兴旺 月娥 友谊 清泉"
).split(" ");

/** Another invented name for an invented person: always the same in the same matter, mostly another in the next. */
export function inventName(name: string, matter: string): string {
  const number = hash(`${matter} ${name}`);
  const surname = SURNAMES[number % SURNAMES.length] ?? "";
  const given = GIVEN[Math.floor(number / SURNAMES.length) % GIVEN.length] ?? "";
  return `${surname}${given}`;
}

/** Another house number, always the same in the same matter. */
export function inventHouse(number: string, matter: string): string {
  return String(1 + (hash(`${matter} ${number} 号`) % MOST_HOUSES));
}

/** A group of a village has no more houses. */
const MOST_HOUSES = 240;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) {
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
