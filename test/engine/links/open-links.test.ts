import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import type { LinkSource } from "../../../app/engine/link-source";
import { childrenToOpen, MOST_OPENED } from "../../../app/engine/links/open-links";
import { offersFor } from "../../../app/engine/offer";
import { SYSTEM } from "../../../app/engine/person";
import { replay } from "../../../app/engine/replay";
import { makeWorkflow, officer, Story } from "../../support/make-workflow";

const step = (form?: string, opens?: string) => ({
  label: { zh: "办" },
  roles: ["officer"],
  act: "record" as const,
  about: "matter" as const,
  ...(form === undefined ? {} : { form }),
  ...(opens === undefined ? {} : { opens }),
});

const text = { type: "string", privacy: "none" };
const person: JsonObject = {
  type: "object",
  properties: { id: text, name: text, village: text, phone: text },
  additionalProperties: false,
};
const people: JsonObject = { type: "array", items: person };

/** A class of people: a training is opened for each, and their rows are held while it goes on. */
function makeClass(link: Partial<LinkSource> = {}) {
  return makeWorkflow(
    {
      links: {
        training: {
          ...{ title: { zh: "培训" }, package: "training", each: "people", hold: {} },
          export: { name: "item.name", title: "title" },
          report: ["name"],
          place: "item.village",
          ...link,
        },
      },
      machine: {
        initial: "open",
        states: {
          open: {
            meta: {
              title: { zh: "在办" },
              events: { list: step("list"), send: step(undefined, "training"), mend: step("list") },
            },
            on: { list: {}, send: {}, mend: {} },
          },
          done: { type: "final", meta: { title: { zh: "完" }, end: "completed" } },
        },
      },
    },
    {
      data: {
        type: "object",
        properties: { title: text, people, about: text },
        additionalProperties: false,
      },
      forms: {
        list: {
          title: { zh: "名单" },
          into: "",
          schema: {
            type: "object",
            properties: { title: text, people, about: text },
            additionalProperties: false,
          },
        },
      },
    },
  );
}

const ROWS: JsonObject[] = [
  { name: "甲", village: "991021200201" },
  { name: "乙", village: "991021200202", phone: "1" },
];

function listed(workflow: ReturnType<typeof makeClass>, rows: JsonObject[] = ROWS): Story {
  const story = new Story(workflow);
  story.send(officer, { type: "start" });
  const form = { title: "秋训", people: rows };
  expect(story.send(officer, { type: "event", event: "list", form })).toMatchObject({ ok: true });
  return story;
}

const rowsOf = (story: Story) => story.case.data["people"] as JsonObject[];

test("one step opens one child for each item, in its village, with nothing but the fields that cross", () => {
  const story = listed(makeClass());
  const sent = story.send(officer, { type: "event", event: "send" });
  expect(sent).toMatchObject({
    entry: {
      outcome: {
        opens: [
          { data: { name: "甲", title: "秋训" }, place: "991021200201" },
          { data: { name: "乙", title: "秋训" }, place: "991021200202" },
        ],
      },
    },
  });
  const [first, second] = rowsOf(story);
  expect(story.case.links["training"]).toMatchObject([
    { items: [first?.["id"]], exported: { name: "甲" }, end: null },
    { items: [second?.["id"]], exported: { name: "乙" }, end: null },
  ]);
  const { workflow, calendar } = story;
  expect(replay(story.history, { workflow, calendar })).toMatchObject({ same: true });
});

test("an item gets one child: a second step opens for what was added, and for what came to nothing", () => {
  const story = listed(makeClass());
  story.send(officer, { type: "event", event: "send" });
  expect(story.send(officer, { type: "event", event: "send" })).toMatchObject({
    refusal: { code: "case/nothing-to-open" },
  });
  const { workflow, now } = story;
  const offers = offersFor({ workflow, matter: story.case, person: officer, now });
  const send = offers.find(({ event }) => event === "send");
  expect(send?.refusal?.code).toBe("case/nothing-to-open");
  const [first] = story.case.links["training"] ?? [];
  const stopped = { state: "s", end: "abandoned" as const, exported: {} };
  story.send(SYSTEM, { type: "link", child: first?.id ?? "", ...stopped });
  story.send(officer, { type: "event", event: "send" });
  const items = story.case.links["training"]?.map((child) => child.items?.[0]);
  const [one, two] = rowsOf(story).map((row) => row["id"]);
  expect(items).toEqual([one, two, one]);
});

test("texts are items too; what has no name, and the same twice, opens nothing", () => {
  const link: LinkSource = {
    ...{ title: { zh: "协查" }, package: "check", export: {}, each: "villages", place: "item" },
  };
  const open = (villages: string[] | JsonObject[]) =>
    childrenToOpen(link, { data: { villages }, children: [] });
  expect(open(["991021200201", "991021200202", "991021200201"])).toEqual([
    { item: "991021200201", place: "991021200201" },
    { item: "991021200202", place: "991021200202" },
  ]);
  expect(open([{ name: "甲" }])).toEqual([]);
  expect(childrenToOpen(link, { data: {}, children: [] })).toEqual([]);
});

test("more than a step may open is refused whole", () => {
  const rows = Array.from({ length: MOST_OPENED + 1 }, (_, n) => ({ name: `${n}` }));
  const story = listed(makeClass(), rows);
  expect(story.send(officer, { type: "event", event: "send" })).toMatchObject({
    refusal: { code: "case/too-many-to-open" },
  });
  expect(story.case.links).toEqual({});
});

test("an open child holds the row that it concerns; the others, and what is added, are free", () => {
  const story = listed(makeClass());
  story.send(officer, { type: "event", event: "send" });
  const [first, second] = story.case.links["training"] ?? [];
  const finished = { state: "s", end: "completed" as const, exported: {} };
  story.send(SYSTEM, { type: "link", child: second?.id ?? "", ...finished });
  const [one, two] = rowsOf(story);
  const mend = (rows: (JsonObject | undefined)[]) =>
    story.send(officer, {
      ...{ type: "event", event: "mend" },
      form: { title: "秋训", people: rows.filter((row) => row !== undefined) },
    });
  const held = { refusal: { code: "case/item-held", linked: [first?.id] } };
  expect(mend([{ ...one, name: "丙" }, two])).toMatchObject(held);
  expect(mend([two])).toMatchObject(held);
  expect(mend([{ ...two, phone: "2" }, one, { name: "丁" }])).toMatchObject({ ok: true });
  story.send(SYSTEM, { type: "link", child: first?.id ?? "", ...finished });
  expect(mend([{ ...rowsOf(story)[1], name: "丙" }])).toMatchObject({ ok: true });
});

test("a child names the item that it concerns, where it is not opened for each; excepted steps may change it", () => {
  const { source, document } = makeClass();
  const { each: _each, ...link } = source.links?.["training"] ?? {};
  const about = { over: "people", item: "about", except: ["mend"] };
  const workflow = makeWorkflow(
    {
      ...source,
      links: { training: { ...(link as LinkSource), hold: about, export: {}, place: "about" } },
    },
    { data: document.data, forms: document.forms },
  );
  const story = listed(workflow);
  const [one, two] = rowsOf(story);
  const form = { title: "秋训", people: rowsOf(story), about: String(two?.["id"]) };
  story.send(officer, { type: "event", event: "list", form });
  story.send(officer, { type: "event", event: "send" });
  expect(story.case.links["training"]).toMatchObject([{ items: [two?.["id"]] }]);
  const change = { ...form, people: [one ?? {}, { ...two, name: "丙" }] };
  expect(story.send(officer, { type: "event", event: "list", form: change })).toMatchObject({
    refusal: { code: "case/item-held", params: { row: 2 } },
  });
  expect(story.send(officer, { type: "event", event: "mend", form: change }).ok).toBe(true);
});
