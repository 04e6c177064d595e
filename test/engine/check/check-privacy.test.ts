import { expect, test } from "vitest";
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

test("lets marks of an examination, and scores of things, stand", async () => {
  expect(
    await findings({
      [`${PERSON}/examScore`]: text("笔试成绩"),
      [`${PERSON}/interviewScore`]: text("面试评分"),
      [`${DATA}/pumpScore`]: text("水泵评分"),
    }),
  ).toEqual([]);
});

test("does not take a part of a word for the word", async () => {
  expect(
    await findings({ [`${PERSON}/surface`]: text("面积"), [`${PERSON}/template`]: text("样式") }),
  ).toEqual([]);
});
