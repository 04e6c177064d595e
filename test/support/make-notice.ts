import type { NoticeChange, PublishedNotice } from "../../app/engine/case";

/** What a step publishes; the rest is filled in. */
export function makeNotice(wish: Partial<PublishedNotice> = {}): PublishedNotice {
  return {
    name: "list",
    title: { zh: "菜地分配公示" },
    text: { zh: "以下各户申请菜地。" },
    places: null,
    contact: null,
    columns: [{ key: "name", title: { zh: "姓名" } }],
    rows: [{ source: "child-1", cells: { name: "杨德厚" } }],
    board: "991021200201",
    number: "1",
    issuer: "青石派出所",
    from: "2026-11-23",
    until: "2026-11-30",
    provisional: false,
    held: [],
    mark: null,
    objection: null,
    ...wish,
  };
}

/** The outcome of a step that publishes. */
export function publishing(wish: Partial<PublishedNotice> = {}): { notices: NoticeChange[] } {
  return { notices: [{ is: "published", notice: makeNotice(wish), timer: null }] };
}
