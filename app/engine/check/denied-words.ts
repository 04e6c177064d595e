import type { ErrorCode } from "../errors";

/**
 * What no package may ask, keep or compute about a person. The platform serves administrative matters;
 * it is not for watching people, and a field that exists gets filled in.
 */

/** A word that is refused, with the code that says why. */
export interface DeniedWord {
  word: string;
  code: ErrorCode;
}

interface Denied {
  code: ErrorCode;
  /** Whole words of a camel-case key. */
  keys: readonly string[];
  /** Parts of a Chinese or English label. */
  labels: readonly string[];
}

const words = (text: string): string[] => text.split(" ");

const DENIED: readonly Denied[] = [
  {
    code: "check/denied-belief",
    keys: words("ethnicity ethnic minzu race religion religious faith sect church"),
    labels: words("民族 宗教 信仰 教派 ethnic religio"),
  },
  {
    code: "check/denied-body",
    keys: words("face facial iris voiceprint fingerprint gait dna biometric biometrics"),
    labels: words("人脸 面部识别 虹膜 声纹 指纹 步态 DNA 生物特征 biometric facial"),
  },
  {
    code: "check/denied-movement",
    keys: words("plate plates trajectory geolocation tracking imei imsi"),
    labels: ["licence plate", "license plate", ...words("车牌 行踪 轨迹 手机串号 trajectory")],
  },
  {
    code: "check/denied-mark",
    keys: words("blacklist suspect suspicious dangerous extremist cult"),
    labels: words("重点人 高危人 可疑 黑名单 邪教 帮教 blacklist suspicious"),
  },
];

/** Scores of people are refused, except marks in an examination or interview that they sat for. */
const SCORES: Denied = {
  code: "check/person-score",
  keys: words("risk risks score scores creditworthiness"),
  labels: words("风险 信用分 积分 评分 risk score"),
};
const MARKS = {
  keys: words("exam written interview fitness training test"),
  labels: words("考试 笔试 面试 体能 培训 考核成绩 exam interview training fitness"),
};

/** Purposes that make a field part of watching people, whatever its name. */
const DENIED_PURPOSES: readonly string[] = [
  ...words("监控 管控 布控 预警 侦查 情报 画像 预测 积分 排查 信用 稳控 盯防"),
  ...words("surveil monitor profil predict intelligence tracking blacklist scoring"),
];

/** What is denied in a key (camel case) or a label; undefined where nothing is. */
export function deniedIn(key: string, labels: readonly string[]): DeniedWord | undefined {
  return DENIED.map((denied) => find(denied, key, labels)).find((found) => found !== undefined);
}

/** A score or risk of a person, marks of an examination excepted. */
export function scoreIn(key: string, labels: readonly string[]): DeniedWord | undefined {
  const found = find(SCORES, key, labels);
  const isMark =
    wordsOf(key).some((word) => MARKS.keys.includes(word)) ||
    labels.some((label) => MARKS.labels.some((mark) => label.toLowerCase().includes(mark)));
  return isMark ? undefined : found;
}

/** The part of a purpose that is denied. */
export function deniedPurpose(texts: readonly string[]): string | undefined {
  return DENIED_PURPOSES.find((word) => texts.some((text) => text.toLowerCase().includes(word)));
}

function find(denied: Denied, key: string, labels: readonly string[]): DeniedWord | undefined {
  const inKey = wordsOf(key).find((word) => denied.keys.includes(word));
  const inLabel = denied.labels.find((word) =>
    labels.some((label) => label.toLowerCase().includes(word.toLowerCase())),
  );
  const word = inKey ?? inLabel;
  return word === undefined ? undefined : { word, code: denied.code };
}

/** `faceImage` → face, image; Chinese keys stay whole. */
function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
