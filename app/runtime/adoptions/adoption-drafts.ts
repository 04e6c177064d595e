import type { JsonObject } from "../../engine/json";
import type { ModelSource } from "../../engine/model/model-source";
import { fillText } from "../../engine/projection/template";
import type { Text } from "../../engine/text";
import { addDays, dayOf } from "../../engine/time/zone";
import type { ComparedModel } from "../api";
import { stationOver } from "../duty/board-people";
import { postsByUnit, type PostHolder } from "../models/posts-by-unit";
import { codeOf } from "../models/read-force";
import { paramsUnder } from "./adoption-parameters";
import { textAt, type AdoptionParts, type AdoptionReading } from "./adoption-reading";

/** What a step's form holds before anybody has written: what follows from the model and from the people there are. */
export interface Drafting {
  parts: AdoptionParts;
  found: AdoptionReading;
  model: ModelSource;
  compared: ComparedModel;
}

/** Answers for the form of an event; empty where nothing follows. */
export function draftAnswers(event: string, drafting: Drafting): JsonObject {
  switch (event) {
    case "writePlan":
      return planDraft(drafting);
    case "openSelection":
      return selectionDraft(drafting);
    case "draftRoster":
      return rosterDraft(drafting);
    default:
      return {};
  }
}

function planDraft(drafting: Drafting): JsonObject {
  const { parts, found, model, compared } = drafting;
  const { force, paper, hours } = model;
  const county = parts
    .directory()
    .upFrom(codeOf(found.unit))
    .find(({ kind }) => kind === "county");
  const duties = Object.entries(force.duties).map(
    ([role, lines]) =>
      `${parts.definitions.roles[role]?.title.zh ?? role}：${lines.map(({ zh }) => zh).join("")}`,
  );
  const ways = processLines(drafting);
  const training = ways.find(([id]) => id === "training")?.[1];
  const points = Object.values(force.points ?? {});
  // A model without points of its own still says which rooms are open when.
  const rooms = (points.length > 0 ? points : hours).map(({ title }) => title.zh);
  return texts({
    planTitle: paper.plan.zh.replaceAll("{{county}}", county?.name ?? ""),
    from: addDays(dayOf(parts.now()), NOTICE_DAYS),
    staff: compared.slots.map(slotWords).join("；"),
    // What they cost no model says: that is the county's to write.
    room: rooms.length === 0 ? "" : `${rooms.join("、")}，公开时间见第九部分。`,
    training: training ?? "",
    duties: [...duties, `纪律：${force.discipline.map(({ zh }) => zh).join("")}`].join("\n"),
    ways: ways.map(([, text]) => text).join("\n"),
    books: [
      `登记簿：${bookTitles(parts, model)
        .map(({ title }) => title.zh)
        .join("、")}。`,
      `上墙：${paper.wall.map(({ zh }) => zh).join("、")}。`,
      paper.whereabouts?.zh ?? "",
      ...hours.map(({ title, days, from, to }) => `${title.zh}：${weekdays(days)} ${from}—${to}。`),
    ]
      .filter((line) => line !== "")
      .join("\n"),
    figures: `${Object.values(model.indicators)
      .map(({ title }) => title.zh)
      .join("、")}。`,
  });
}

/** A plan that begins tomorrow would be read by nobody. */
const NOTICE_DAYS = 30;

/** 协勤 8 人，现有 7 人，缺 1 人从村里选. */
function slotWords({
  title,
  needed,
  there,
  short,
  recruited,
}: ComparedModel["slots"][number]): string {
  const rest = short === 0 ? "" : recruited ? `，缺 ${short} 人从村里选` : `，缺 ${short} 人`;
  return `${title.zh} ${needed} 人，现有 ${there} 人${rest}`;
}

function weekdays(days: readonly number[]): string {
  if (days.length === 7) return "每天";
  return `每周${[...days].map((day) => "一二三四五六日"[day - 1]).join("、")}`;
}

/** How each process runs under the model, with the parameters that this adoption gives it. */
export function processLines({
  parts,
  found,
  model,
}: Omit<Drafting, "compared">): [string, string][] {
  return Object.entries(model.processes).flatMap(([id, { on, planned, says }]) => {
    if (!on || planned === true) return [];
    const filled = fillText(says, {
      scope: { params: paramsUnder(parts, found, id) },
      ...{ dataSchema: {}, displays: new Map(), blank: "—", today: dayOf(parts.now()) },
    });
    return [[id, filled.zh] as [string, string]];
  });
}

/** The books that the model keeps, in the words of their packages. */
export function bookTitles(
  { packages }: Pick<AdoptionParts, "packages">,
  { paper }: ModelSource,
): { id: string; title: Text }[] {
  return paper.registers.flatMap((name) => {
    const [id = "", register = ""] = name.split("/");
    const workflow = packages.find((loaded) => loaded.id === id)?.document.workflow;
    const title = workflow?.registers?.[register]?.title;
    return title === undefined ? [] : [{ id: `${id}.${register}`, title }];
  });
}

/** One post for each village that lacks somebody whom the model takes from the village. */
function selectionDraft(drafting: Drafting): JsonObject {
  const posts = openPosts(drafting).map(({ code, name, count }) => ({
    ...{ village: code, villageName: name, headcount: count },
  }));
  return { track: "service", reason: "new", ...(posts.length === 0 ? {} : { posts }) };
}

/** The villages where a place that is filled from the village is still free, and how many are. */
export function openPosts({
  parts,
  found,
  model,
}: Pick<Drafting, "parts" | "found" | "model">): { code: string; name: string; count: number }[] {
  const slots = Object.values(model.force.slots).filter(
    ({ recruited, per }) => recruited === true && per === "village",
  );
  const posts = postsByUnit(parts.directory(), parts.now());
  return found.villages.flatMap((village) => {
    const held = posts.get(village.id) ?? [];
    const count = slots.reduce(
      (sum, slot) =>
        sum + Math.max(0, slot.count - held.filter(({ roles }) => roles.has(slot.role)).length),
      0,
    );
    return count === 0 ? [] : [{ code: codeOf(village), name: village.name, count }];
  });
}

/** A week of the station's people from the day of the plan: posts and rooms are known, shifts are still empty. */
function rosterDraft({ parts, found }: Drafting): JsonObject {
  const posts = postsByUnit(parts.directory(), parts.now());
  const station = stationOver(parts.directory(), codeOf(found.unit));
  const login = (id: string): string => parts.directory().findUser(id)?.login ?? "";
  // That somebody holds the post shows no training: what does is written on the roster itself.
  const row = ({ id, name }: PostHolder, post: string, room?: string): JsonObject => ({
    ...{ name, post, trained: post === "auxiliary" ? "no" : "yes", account: login(id) },
    ...(room === undefined ? {} : { room }),
  });
  const atStation = posts.get(station?.id ?? "") ?? [];
  const holding = (role: string): PostHolder[] => atStation.filter(({ roles }) => roles.has(role));
  const rows = [
    ...holding("officer").map((one) => row(one, "officer")),
    ...holding("stationChief").map((one) => row(one, "chief")),
    ...found.villages.flatMap((village) =>
      (posts.get(village.id) ?? [])
        .filter(({ roles }) => roles.has("auxiliary"))
        .map((one) => row(one, "auxiliary", village.name)),
    ),
  ];
  const planned = textAt(found.reading, "from");
  return {
    from: planned === "" ? dayOf(parts.now()) : planned,
    days: 7,
    ...(station?.dutyPhone ? { dutyPhone: station.dutyPhone } : {}),
    ...(rows.length === 0 ? {} : { rows: rows.slice(0, MOST_ROWS) }),
  };
}

const MOST_ROWS = 60;

/** What is empty is left for somebody to write. */
function texts(answers: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ""));
}
