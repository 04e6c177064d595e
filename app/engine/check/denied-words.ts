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

/**
 * What somebody might do, or is worth: refused wherever it stands. A matter is somebody's, so a field at the
 * data's root speaks of a person as much as one beside a name.
 */
const FORECASTS: Denied = {
  code: "check/person-score",
  keys: words("risk risks riskiness threat creditworthiness trustworthiness dangerousness"),
  labels: [
    ...["credit score", "credit rating", "trust score", "threat level"],
    ...words("风险 信用分 信用评 信用等级 诚信分 诚信等级 积分 危险等级 危险程度 威胁程度 risk"),
  ],
};

/** A risk that people are told of or guarded against is nobody's score. */
const TOLD = {
  keys: words("told notice notified informed explained warning advice"),
  labels: [
    /(告知|提示|提醒|说明|防范|化解)[^，。；、]{0,8}风险|风险(告知|提示|提醒|说明|防范|教育)/g,
    /(told|informed|warned|aware|notice|advice)\b[^.;]{0,20}\brisks?|\brisks? ((is|are|was|were) )?(notice|warning|advice|explained|told)/gi,
  ],
};

/** A number given for something: refused unless it says that it is one of `MARKS`. */
const SCORES: Denied = {
  code: "check/person-score",
  keys: words("score scores scoring rating ratings"),
  labels: words("评分 打分 得分 分值 score rating"),
};

/**
 * What may be marked: an examination that an applicant sat for, and a service that was given. Said by the field
 * itself or by the group that it stands in (`interview.judges[*].score`).
 */
const MARKS: Omit<Denied, "code"> = {
  keys: words("exam written interview fitness training test satisfaction"),
  labels: [
    ...words("考试 笔试 面试 体能 培训 考核成绩 满意 服务评价 服务质量 服务态度"),
    ...["exam", "interview", "training", "fitness", "satisfaction", "quality of service"],
  ],
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

/** A name with what it is called on screen. */
export interface Named {
  key: string;
  labels: readonly string[];
}

/**
 * A score of a person. `within` are the groups around it, to say of what a mark is given; no group makes a
 * forecast of what somebody might do into a mark.
 */
export function scoreIn(named: Named, within: readonly Named[] = []): DeniedWord | undefined {
  const isTold = wordsOf(named.key).some((word) => TOLD.keys.includes(word));
  const labels = named.labels.map((label) =>
    TOLD.labels.reduce((rest, told) => rest.replace(told, ""), label),
  );
  const forecast = find(FORECASTS, isTold ? "" : named.key, labels);
  if (forecast !== undefined) return forecast;
  const isMark = [named, ...within].some(({ key, labels }) => has(MARKS, key, labels));
  return isMark ? undefined : find(SCORES, named.key, named.labels);
}

/** The part of a purpose that is denied. */
export function deniedPurpose(texts: readonly string[]): string | undefined {
  return DENIED_PURPOSES.find((word) => texts.some((text) => text.toLowerCase().includes(word)));
}

function find(denied: Denied, key: string, labels: readonly string[]): DeniedWord | undefined {
  const word = has(denied, key, labels);
  return word === undefined ? undefined : { word, code: denied.code };
}

/** The first word that the key or a label has. */
function has(
  words: Omit<Denied, "code">,
  key: string,
  labels: readonly string[],
): string | undefined {
  return (
    wordsOf(key).find((word) => words.keys.includes(word)) ??
    words.labels.find((word) =>
      labels.some((label) => label.toLowerCase().includes(word.toLowerCase())),
    )
  );
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
