import { expect, test } from "vitest";
import { retell } from "../../../app/runtime/demo/retell";
import type { Scenario } from "../../../app/engine/scenario/scenario";
import { instantOf } from "../../../app/engine/time/zone";

const scenario: Scenario = {
  title: { zh: "写了日志" },
  clock: "2026-10-12T09:00",
  place: "991021200201",
  placeName: "石桥村",
  people: { xiulan: { name: "杨秀兰", roles: ["auxiliary"], unit: "991021200201" } },
  steps: [
    {
      by: "xiulan",
      start: {
        author: "杨秀兰",
        reporter: "李长顺",
        what: "石桥村的李长顺来问。",
        on: "2026-10-13",
      },
    },
    { by: "xiulan", event: "send", form: {}, expect: { refused: "form/invalid" } },
    {
      wait: { days: 2 },
      by: "xiulan",
      event: "send",
      form: { parties: [{ id: "1-2", name: "李长顺" }] },
    },
    { timers: true, wait: { days: 10 } },
    { by: "xiulan", event: "close" },
  ],
};

const ask = {
  ...{ key: "k", package: "p", scenario, from: "2026-11-16", now: instantOf("2026-11-23T10:00") },
  place: { code: "991023200202", name: "枫林村" },
  whoHolds: (roles: readonly string[]) =>
    roles.includes("auxiliary") ? { login: "chenguohua", name: "陈国华" } : undefined,
  rename: (name: string) => (name === "李长顺" ? "吴有光" : name),
};

test("a story moves to another place, other days and other people; what was refused or is still to come is left out", () => {
  expect(retell(ask)?.steps).toEqual([
    {
      by: "chenguohua",
      event: "start",
      form: {
        author: "陈国华",
        reporter: "吴有光",
        what: "枫林村的吴有光来问。",
        on: "2026-11-17",
      },
      when: { daysAgo: 7, at: "09:00" },
    },
    {
      by: "chenguohua",
      event: "send",
      form: { parties: [{ id: "#1", name: "吴有光" }] },
      when: { daysAgo: 5, at: "09:01" },
    },
  ]);
});

test("who is named in a name field is called otherwise in every text, in other words where there are any, and numbers are our own", () => {
  const told = retell({
    ...ask,
    scenario: {
      ...scenario,
      steps: [
        { by: "xiulan", start: { reporter: "李长顺", on: "2026-10-13" } },
        {
          by: "xiulan",
          event: "send",
          form: {
            present: "李长顺、田小英，邻居石有田",
            text: "石有田说的。",
            number: "石桥 2026-0061",
          },
        },
        { by: "xiulan", event: "send", form: { text: "李长顺和田小英谈了菜地。" } },
      ],
    },
    rename: (name) =>
      ({ 李长顺: "吴有光", 田小英: "龙金凤", 石有田: "吴有光", 石有田1: "向国栋" })[name] ?? name,
    wording: { "李长顺和田小英谈了菜地。": "李长顺和田小英谈了水沟。" },
  });
  expect(told?.steps.slice(1).map(({ form }) => form)).toEqual([
    { present: "吴有光、龙金凤，邻居向国栋", text: "向国栋说的。", number: "#number" },
    { text: "吴有光和龙金凤谈了水沟。" },
  ]);
});

test("where nobody holds a role the story is not told", () => {
  expect(retell({ ...ask, whoHolds: () => undefined })).toBeUndefined();
});
