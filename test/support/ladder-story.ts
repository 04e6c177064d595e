import { SYSTEM } from "../../app/engine/person";
import { buildScope } from "../../app/engine/scope";
import { previewLadders, type RungPreview } from "../../app/engine/steps/preview-ladders";
import { clockOf, dayOf } from "../../app/engine/time/zone";
import type { DeadlineSource } from "../../app/engine/deadline-source";
import type { WorkflowSource } from "../../app/engine/workflow-source";
import { calendar, makePerson, makeWorkflow, Story } from "./make-workflow";

/** Who can act besides the officer. */
export const chief = makePerson("lu", "stationChief");
const LADDER: DeadlineSource["ladder"] = [
  { key: "soon", at: -1, tell: ["auxiliary"] },
  { key: "officer", at: 1, tell: ["officer"] },
  {
    key: "chief",
    at: { parameter: "chiefDays" },
    tell: ["stationChief"],
    handOver: "stationChief",
  },
  { key: "county", at: 5, tell: ["countySec", "countyLeader"] },
];

/** One state with a deadline of three working days, a ladder on it, and a way out. */
export function makeLadder(
  deadline: Partial<DeadlineSource> = {},
  rest: Partial<WorkflowSource> = {},
): Story {
  const event = { label: { zh: "办" }, roles: ["officer", "stationChief"] };
  return new Story(
    makeWorkflow({
      parameters: {
        chiefDays: { title: { zh: "几天" }, schema: { type: "integer" }, value: 2 },
        nightFrom: { title: { zh: "几点" }, schema: { type: "string" }, value: "22:00" },
      },
      deadlines: {
        answer: {
          title: { zh: "答复", en: "Answer" },
          from: "entry",
          count: 3,
          unit: "workday",
          pausable: true,
          ladder: LADDER,
          ...deadline,
        },
      },
      moves: { pause: { roles: ["officer"], maxDays: 30 }, withdraw: { roles: ["officer"] } },
      machine: {
        initial: "open",
        states: {
          open: {
            meta: {
              title: { zh: "办理" },
              due: "answer",
              events: { done: { ...event, act: "decide", about: "matter" } },
            },
            on: { done: "closed" },
          },
          closed: { type: "final", meta: { title: { zh: "办完" }, end: "completed" } },
        },
      },
      ...rest,
    }),
  );
}

/** A moment as it is read, to the minute. */
export const shown = (at: number | null): string =>
  at === null ? "—" : `${dayOf(at)}T${clockOf(at)}`;

/** Rung → when its clock goes out. */
export function armed(story: Story): Record<string, string> {
  const rungs = story.case.timers.filter(({ kind, fired }) => kind === "rung" && !fired);
  return Object.fromEntries(rungs.map(({ rung, dueAt }) => [rung ?? "", shown(dueAt)]));
}

/** Fires what has run down, as the worker does. */
export function fireDue(story: Story): string[] {
  const fired: string[] = [];
  for (;;) {
    const due = story.case.timers
      .filter((one) => one.dueAt !== null && one.dueAt <= story.now && !one.fired && !one.blocked)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
    if (due === undefined) return fired;
    const sent = story.send(SYSTEM, {
      ...{ type: "timer", timer: due.id },
      occurredAt: Math.max(due.dueAt ?? 0, story.case.lastAt),
    });
    if (!sent.ok) throw new Error(sent.refusal.code);
    fired.push(due.rung ?? due.kind);
  }
}

/** Every rung as the matter's page shows it. */
export function preview(story: Story): RungPreview[] {
  const { workflow, now } = story;
  const scopeAt = (path: string) =>
    buildScope({
      ...{ workflow, matter: story.case, data: story.case.data, at: now, now, path },
      user: { id: "", name: "", role: null, unit: null },
    });
  return previewLadders(workflow, story.case, { now, calendar, scopeAt }).flatMap(
    ({ rungs }) => rungs,
  );
}
