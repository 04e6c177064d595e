import { describe, expect, test } from "vitest";
import { fold } from "../../../app/engine/fold";
import { anonymousVillager, SYSTEM } from "../../../app/engine/person";
import { replay } from "../../../app/engine/replay";
import { DAY } from "../../../app/engine/time/duration";
import { calendar, officer } from "../../support/make-workflow";
import { NoticeStory, plots } from "../../support/notice-story";
import { codeOf } from "../../support/sample-workflow";

describe("publishing", () => {
  test("freezes the rows with what is behind each kept apart from what everybody reads", () => {
    const story = new NoticeStory();
    story.event("publish");
    expect(story.notice).toEqual({
      seq: 6,
      status: "open",
      until: "2026-10-10",
      provisional: false,
      held: [],
      notice: {
        name: "list",
        title: { zh: "菜地分配公示", en: "Plots" },
        text: { zh: "石桥村共有以下各户申请。", en: "They asked." },
        places: { zh: "村务公开栏" },
        contact: { zh: "0000-6200110" },
        columns: [
          { key: "name", title: { zh: "姓名" }, width: 30 },
          { key: "plot", title: { zh: "地块" } },
        ],
        rows: [
          { source: "991021-child-2", cells: { name: "杨德厚", plot: "东一" } },
          { source: "991021-child-4", cells: { name: "李有福", plot: "东二" } },
        ],
        board: "991021200201",
        number: null,
        issuer: "青石派出所",
        from: "2026-09-28",
        until: "2026-10-10",
        provisional: false,
        held: [],
        mark: { zh: "异议核查中" },
        objection: { event: "object", link: "applicant" },
      },
    });
    expect(story.case.notices).toEqual({
      list: {
        seq: 6,
        until: "2026-10-10",
        provisional: false,
        timer: "onNotice:objecting:6",
        rows: ["991021-child-2", "991021-child-4"],
        held: [],
      },
    });
  });

  test("keeps what was published although the linked matters go on", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.report(1, { name: "杨秀兰", plot: "西九" });
    expect(story.notice.notice.rows[0]?.cells).toEqual({ name: "杨德厚", plot: "东一" });
  });

  test("leaves out the items that the condition leaves out", () => {
    const story = new NoticeStory();
    story.report(1, { name: "杨德厚" }, { state: "gone", end: "abandoned" });
    story.event("publish");
    expect(story.notice.notice.rows.map(({ cells }) => cells["name"])).toEqual(["李有福"]);
  });

  test("is refused where it cannot be told who is on the list, and uses nothing up", () => {
    const story = new NoticeStory(plots({ where: { ">": [{ var: "exported.size" }, 1] } }));
    const before = story.case;
    expect(codeOf(story.event("publish"))).toBe("case/rule-unknown");
    expect(story.case).toBe(before);
  });

  test("is refused while its last day cannot be worked out", () => {
    const story = new NoticeStory(plots({ until: "fromData" }));
    expect(codeOf(story.event("publish"))).toBe("case/notice-without-end");
  });

  test("counts by itself where the step starts no clock", () => {
    const story = new NoticeStory(plots({ on: ["allot"] }));
    story.event("publish");
    story.event("allot");
    expect(story.notice).toMatchObject({ until: "2026-10-10", status: "open" });
    expect(story.case).toMatchObject({ status: "ended", notices: { list: { timer: null } } });
  });

  test("without a list the matter itself is the row", () => {
    const story = new NoticeStory(
      plots(
        { columns: { where: { title: { zh: "村" }, value: "{{case.placeName}}", order: 1 } } },
        ["over", "where", "held", "objection"],
      ),
    );
    story.event("publish");
    expect(story.notice.notice.rows).toEqual([{ source: null, cells: { where: "石桥村" } }]);
  });

  test("masks before anybody sees, and tells nothing where names cannot be masked", () => {
    const story = new NoticeStory(
      plots({
        columns: {
          name: { title: { zh: "姓名" }, value: "{{item.exported.name}}", order: 1, mask: true },
        },
      }),
    );
    story.event("publish");
    expect(story.notice.notice.rows.map(({ cells }) => cells["name"])).toEqual([
      "不公开",
      "不公开",
    ]);
  });

  test("is on the boards of the township where the package says so", () => {
    const story = new NoticeStory(plots({ board: "township" }));
    story.event("publish");
    expect(story.notice.notice.board).toBe("991021200");
  });

  test("a day without calendar data gives a provisional end, and says so", () => {
    const story = new NoticeStory(plots(), "2026-12-29T10:00");
    story.event("publish");
    expect(story.notice).toMatchObject({ until: "2027-01-05", provisional: true });
  });

  test("a later publication replaces the earlier one, which stays on record", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.now += DAY;
    story.event("publish");
    expect(story.records.map(({ seq, status, until }) => ({ seq, status, until }))).toEqual([
      { seq: 6, status: "replaced", until: "2026-10-10" },
      { seq: 7, status: "open", until: "2026-10-12" },
    ]);
  });
});

describe("what becomes of a notice", () => {
  test("an event that says so takes it down", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.event("takeDown");
    expect(story.notice).toMatchObject({ status: "ended", until: "2026-10-10" });
    expect(story.case).not.toHaveProperty("notices");
  });

  test("it stays to its last day when the matter goes on without it", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.event("allot");
    expect(story.notice.status).toBe("open");
  });

  test.each(["withdraw", "void"] as const)("%s takes it down", (move) => {
    const story = new NoticeStory();
    story.event("publish");
    expect(codeOf(story.send(officer, { type: "move", move }))).toBe("accepted");
    expect(story.notice.status).toBe("ended");
  });

  test("a return out of its state takes it down, a straight one does not", () => {
    for (const [way, status] of [
      ["stepwise", "ended"],
      ["straight", "open"],
    ] as const) {
      const story = new NoticeStory();
      story.event("publish");
      story.send(officer, { type: "move", move: "return", to: "collecting", way });
      expect(story.notice.status).toBe(status);
    }
  });

  test("has no last day while its clock stands still, and a later one afterwards", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.send(officer, { type: "move", move: "pause" });
    expect(story.notice).toMatchObject({ status: "open", until: null });
    story.now += DAY;
    story.send(officer, { type: "move", move: "resume" });
    expect(story.notice).toMatchObject({ status: "open", until: "2026-10-12" });
  });

  test("rows are marked while they are held, by the linked matter's state", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.report(2, { name: "李有福" }, { state: "inquiry" });
    expect(story.notice.held).toEqual([2]);
    expect(story.case.notices?.["list"]?.held).toEqual([2]);
    story.report(2, { name: "李有福" }, { state: "asked" });
    expect(story.notice.held).toEqual([]);
  });

  test("steps that do nothing to it say nothing of it", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.report(1, { name: "杨德厚", plot: "东一" });
    expect(story.history.filter(({ outcome }) => outcome.notices).map(({ seq }) => seq)).toEqual([
      6,
    ]);
  });

  test("history folds to the matter and replays to the same notices", () => {
    const story = new NoticeStory();
    story.event("publish");
    story.report(2, { name: "李有福" }, { state: "inquiry" });
    story.send(officer, { type: "move", move: "pause" });
    story.send(officer, { type: "move", move: "resume" });
    story.event("publish");
    story.event("takeDown");
    expect(fold(story.history)).toEqual(story.case);
    const { workflow } = story;
    expect(replay(story.history, { workflow, calendar })).toEqual({ same: true, seq: 11 });
  });
});

test("somebody without an account acts as a villager of the place, and of no other", () => {
  const workflow = plots();
  const events = workflow.machine.states.get("collecting")?.meta?.events;
  expect(events?.["publish"]?.roles).toEqual(["officer"]);
  const story = new NoticeStory(workflow);
  expect(codeOf(story.event("publish", anonymousVillager("991021200201")))).toBe(
    "case/not-your-step",
  );
  expect(codeOf(story.event("publish", anonymousVillager("991021200202")))).toBe(
    "case/out-of-scope",
  );
  expect(codeOf(story.event("publish", SYSTEM))).toBe("case/out-of-scope");
});
