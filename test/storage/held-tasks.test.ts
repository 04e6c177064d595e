import { expect, test } from "vitest";
import type { Task } from "../../app/engine/case";
import { queuedTasks, waitingTasks } from "../../app/storage/matter-rows";
import { matterQueueRows } from "../../app/storage/scope-lists";

const task: Task = {
  ...{ id: "a:look:1", path: "look", roles: ["officer", "stationChief"], assignee: null },
  ...{ dueAt: null, dueDay: null, provisional: false },
};

function queuesOf(...tasks: Task[]): string[] {
  const matter = { id: "a", status: "open", place: "", owner: "", moved: true };
  const rows = matterQueueRows({ ...matter, tasks: queuedTasks({ tasks }) }, ["s1", "s2"]);
  return rows.map(({ queue }) => String(queue)).sort();
}

test("what is nobody's alone is on the lists of its roles, what was begun on its handler's as well", () => {
  const pool = ["officer@s1", "officer@s2", "stationChief@s1", "stationChief@s2"];
  expect(queuesOf(task)).toEqual(pool);
  expect(queuesOf({ ...task, assignee: "gao" })).toEqual(["@gao", ...pool]);
});

test("what somebody holds leaves the lists of the role that they hold it by, not of other roles", () => {
  const firm = { name: "高原", role: "officer", by: "claim" as const };
  expect(queuesOf({ ...task, assignee: "gao", firm })).toEqual([
    ...["@gao", "stationChief@s1", "stationChief@s2"],
  ]);
  const asked = { name: "高原", role: null, by: "asked" as const };
  expect(queuesOf({ ...task, assignee: "gao", firm: asked })).toEqual(["@gao"]);
});

test("a signature asked of one unit is on no other unit's list, and one out of turn on nobody's", () => {
  expect(queuesOf({ ...task, roles: ["officer"], slot: "1", unit: "s2" })).toEqual(["officer@s2"]);
  const later: Task = { ...task, slot: "2", waits: "turn" };
  expect(queuesOf(later)).toEqual([]);
  expect(waitingTasks({ tasks: [task, later] })).toEqual([task]);
  expect(queuesOf({ ...task, waits: "answer" })).toHaveLength(4);
});
