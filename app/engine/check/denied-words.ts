/**
 * What no package may ask, keep or compute about a person. The platform serves administrative matters;
 * it is not for watching people, and a field that exists gets filled in.
 */

/** A word that is refused, with the reason that the author reads. */
export interface DeniedWord {
  word: string;
  why: { zh: string; en: string };
}

interface Denied {
  why: DeniedWord["why"];
  /** Whole words of a camel-case key. */
  keys: readonly string[];
  /** Parts of a Chinese or English label. */
  labels: readonly string[];
}

const DENIED: readonly Denied[] = [
  {
    why: { zh: "民族、宗教信仰一律不采集", en: "ethnicity and religion are never asked" },
    keys: [
      "ethnicity",
      "ethnic",
      "minzu",
      "race",
      "religion",
      "religious",
      "faith",
      "sect",
      "church",
    ],
    labels: ["民族", "宗教", "信仰", "教派", "ethnic", "religio"],
  },
  {
    why: { zh: "人脸、指纹等生物特征不采集", en: "faces and other body features are never taken" },
    keys: [
      "face",
      "facial",
      "iris",
      "voiceprint",
      "fingerprint",
      "gait",
      "dna",
      "biometric",
      "biometrics",
    ],
    labels: [
      "人脸",
      "面部识别",
      "虹膜",
      "声纹",
      "指纹",
      "步态",
      "DNA",
      "生物特征",
      "biometric",
      "facial",
    ],
  },
  {
    why: { zh: "不采集车牌、行踪轨迹", en: "plates and movements are never recorded" },
    keys: ["plate", "plates", "trajectory", "geolocation", "tracking", "imei", "imsi"],
    labels: ["车牌", "行踪", "轨迹", "手机串号", "licence plate", "license plate", "trajectory"],
  },
  {
    why: { zh: "不给人贴标签、定等级", en: "people are not labelled or ranked" },
    keys: ["blacklist", "suspect", "suspicious", "dangerous", "extremist", "cult"],
    labels: ["重点人", "高危人", "可疑", "黑名单", "邪教", "帮教", "blacklist", "suspicious"],
  },
];

/** Scores of people are refused, except marks in an examination or interview that they sat for. */
const SCORES = {
  why: { zh: "不给人打风险分、信用分", en: "no risk or credit score of a person" },
  keys: ["risk", "risks", "score", "scores", "creditworthiness"],
  labels: ["风险", "信用分", "积分", "评分", "risk", "score"],
};
const MARKS = {
  keys: ["exam", "written", "interview", "fitness", "training", "test"],
  labels: [
    "考试",
    "笔试",
    "面试",
    "体能",
    "培训",
    "考核成绩",
    "exam",
    "interview",
    "training",
    "fitness",
  ],
};

/** Purposes that make a field part of watching people, whatever its name. */
const DENIED_PURPOSES: readonly string[] = [
  ...[
    "监控",
    "管控",
    "布控",
    "预警",
    "侦查",
    "情报",
    "画像",
    "预测",
    "积分",
    "排查",
    "信用",
    "稳控",
    "盯防",
  ],
  ...[
    "surveil",
    "monitor",
    "profil",
    "predict",
    "intelligence",
    "tracking",
    "blacklist",
    "scoring",
  ],
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
  return word === undefined ? undefined : { word, why: denied.why };
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
