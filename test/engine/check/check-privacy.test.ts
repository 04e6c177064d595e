import { describe, expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const NAME = "/data/properties/borrower/properties/name";
const PHONE = "/data/properties/borrower/properties/phone";
const DATA = "/data/properties";
const PERSON = `${DATA}/borrower/properties`;
const text = (zh: string, en = "x"): Json => ({
  type: "string",
  label: { zh, en },
  maxLength: 20,
  privacy: "none",
});

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a field that does not say why it is kept",
    { [`${NAME}/privacy`]: undefined },
    [`check/no-privacy ${NAME}`],
  ],
  [
    "a norm, a retention class and a reader that do not exist",
    {
      [`${NAME}/privacy/legal`]: "x",
      [`${NAME}/privacy/retention`]: "y",
      [`${NAME}/privacy/visibility/0`]: "z",
    },
    [
      `check/unknown-legal ${NAME}/privacy/legal`,
      `check/unknown-retention ${NAME}/privacy/retention`,
      `check/unknown-role ${NAME}/privacy/visibility/0`,
    ],
  ],
  [
    "a telephone that is said to be nobody's",
    { [`${PHONE}/privacy`]: "none" },
    [`check/personal-field ${PHONE}/privacy`],
  ],
  [
    "a telephone for everybody",
    { [`${PHONE}/privacy/visibility`]: ["officer", "public"] },
    [`check/public-identifier ${PHONE}/privacy/visibility`],
  ],
  [
    "a purpose of watching",
    { [`${NAME}/privacy/purpose`]: { zh: "便于管控重点人员" } },
    [`check/denied-purpose ${NAME}/privacy/purpose`],
  ],
  [
    "ethnicity by its key",
    { [`${DATA}/ethnicity`]: text("族") },
    [`check/denied-belief ${DATA}/ethnicity`],
  ],
  [
    "ethnicity by its label",
    { [`${DATA}/group`]: text("民族") },
    [`check/denied-belief ${DATA}/group`],
  ],
  [
    "religion",
    { [`${PERSON}/religion`]: text("信什么") },
    [`check/denied-belief ${PERSON}/religion`],
  ],
  ["a face", { [`${PERSON}/faceImage`]: text("照片") }, [`check/denied-body ${PERSON}/faceImage`]],
  [
    "a number plate",
    { [`${DATA}/vehiclePlate`]: text("车") },
    [`check/denied-movement ${DATA}/vehiclePlate`],
  ],
  [
    "a mark on people",
    { [`${DATA}/kind`]: text("重点人员类别") },
    [`check/denied-mark ${DATA}/kind`],
  ],
  [
    "a score of a person",
    { [`${PERSON}/riskLevel`]: text("等级") },
    [`check/person-score ${PERSON}/riskLevel`],
  ],
  [
    "a score of a person by its label",
    { [`${PERSON}/level`]: text("信用分") },
    [`check/person-score ${PERSON}/level`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test("looks at the choices of a field as well", async () => {
  const choice = {
    type: "string",
    label: { zh: "依据" },
    enum: ["a"],
    labels: { a: { zh: "人脸比对" } },
    privacy: "none",
  };
  expect(await findings({ [`${DATA}/proof`]: choice })).toEqual([
    `check/denied-body ${DATA}/proof`,
  ]);
});

test("looks at what forms ask and at what is computed, tuned and listed", async () => {
  const fact = { title: { zh: "分" }, type: "integer", value: 1 };
  const column = { title: { zh: "民族" }, value: "—", order: 9 };
  expect(
    await findings({
      "/workflow/facts/riskScore": fact,
      "/workflow/registers/loanBook/columns/kind": column,
      "/forms/sign/schema/properties/religion": text("信仰"),
    }),
  ).toEqual([
    "check/denied-belief /forms/sign/schema/properties/religion",
    "check/denied-belief /workflow/registers/loanBook/columns/kind",
    "check/field-not-in-data /forms/sign/schema/properties/religion",
    "check/person-score /workflow/facts/riskScore",
  ]);
});

const group = (label: string, properties: Record<string, Json>): Json => ({
  type: "object",
  additionalProperties: false,
  label: { zh: label, en: label },
  properties,
});
const list = (label: string, properties: Record<string, Json>): Json => ({
  type: "array",
  label: { zh: label, en: label },
  maxItems: 10,
  items: group(label, properties),
});

describe("a score of a person is refused wherever it stands:", () => {
  const level = {
    type: "string",
    label: { zh: "等级", en: "Level" },
    enum: ["a"],
    labels: { a: { zh: "高风险", en: "High" } },
    privacy: "none",
  };
  test.each<[string, Json]>([
    ["riskScore", text("分")],
    ["riskLevel", text("级别")],
    ["creditScore", text("分")],
    ["score", text("数")],
    ["threat", text("程度")],
    ["amount", text("风险评分")],
    ["worth", text("信用分")],
    ["points", text("积分")],
    ["result", text("综合评分")],
    ["measure", text("数", "Risk level")],
    ["examRisk", text("考试风险")],
    ["level", level],
    ["remark", text("服务对象评分")],
  ])("%s %j", async (name, field) => {
    const refused = (pointer: string): string => `check/person-score ${pointer}`;
    expect(
      await findings({
        [`${DATA}/${name}`]: field,
        [`${DATA}/extra`]: group("别的", { [name]: field }),
        [`${DATA}/more`]: list("更多", { [name]: field }),
        "/forms/sign/schema/properties/extra": group("别的", { [name]: field }),
      }),
    ).toEqual(
      [
        `${DATA}/${name}`,
        `${DATA}/extra/properties/${name}`,
        `${DATA}/more/items/properties/${name}`,
        `/forms/sign/schema/properties/extra/properties/${name}`,
      ]
        .map(refused)
        .sort(),
    );
  });
});

test("marks of an examination and of a service stand, where the field or its group says so", async () => {
  expect(
    await findings({
      [`${PERSON}/examScore`]: text("笔试成绩"),
      [`${PERSON}/interviewScore`]: text("面试评分"),
      [`${DATA}/writtenScore`]: text("笔试得分"),
      [`${DATA}/interview`]: group("面试", {
        judges: list("评委", { score: text("打分") }),
      }),
      [`${DATA}/applicants`]: list("报考人", { trainingScore: text("得分") }),
      [`${DATA}/satisfaction`]: text("满意度评分"),
    }),
  ).toEqual([]);
});

test("a risk that people are told of is nobody's score", async () => {
  expect(
    await findings({
      [`${DATA}/risksTold`]: text("已告知合同风险", "The risks were explained"),
      [`${DATA}/topic`]: text("防范电信诈骗风险"),
      [`${DATA}/creditCode`]: text("统一社会信用代码"),
    }),
  ).toEqual([]);
});

test("a score by the title of what is computed or listed", async () => {
  expect(
    await findings({
      "/workflow/facts/sum": { title: { zh: "风险评分" }, type: "integer", value: 1 },
      "/workflow/facts/total": { title: { zh: "面试平均得分" }, type: "integer", value: 1 },
      "/workflow/registers/loanBook/columns/kind": {
        ...{ title: { zh: "信用评级" }, value: "—", order: 9 },
      },
    }),
  ).toEqual([
    "check/person-score /workflow/facts/sum",
    "check/person-score /workflow/registers/loanBook/columns/kind",
  ]);
});

test("does not take a part of a word for the word", async () => {
  expect(
    await findings({ [`${PERSON}/surface`]: text("面积"), [`${PERSON}/template`]: text("样式") }),
  ).toEqual([]);
});
