import { expect, test } from "vitest";
import { checkNotices } from "../../../app/engine/scenario/expected-notices";
import { NoticeStory } from "../../support/notice-story";

test("holds the newest publication against what a story expects, and names every difference", () => {
  const story = new NoticeStory();
  expect(checkNotices(story.history, { list: { status: "open" } })).toEqual([
    "the notice list was not published",
  ]);
  story.event("publish");
  const rows: Record<string, string>[] = [{ name: "杨德厚" }, { name: "李有福", plot: "东二" }];
  const list = { rows, until: "2026-10-10", provisional: false, status: "open" as const };
  expect(checkNotices(story.history, { list: { ...list, held: [] } })).toEqual([]);
  expect(
    checkNotices(story.history, {
      list: { rows: [{ name: "杨德厚" }], until: "2026-10-12", status: "ended", held: [1] },
    }),
  ).toEqual([
    'list.until is "2026-10-10", expected "2026-10-12"',
    'list.status is "open", expected "ended"',
    "list.held is [], expected [1]",
    'list.rows is [{"name":"杨德厚"},{"name":"李有福","plot":"东二"}], expected [{"name":"杨德厚"}]',
  ]);
});
