import { describe, expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { projectRoot } from "../../../app/runtime/project-root";
import { accepted, codeOf, openTestCases, SHIQIAO, take } from "../../support/open-test-cases";
import { objection, openPlots, publish } from "../../support/plots";

describe("a village's board", () => {
  test("holds what is shown today, with the days left and the duty telephone", async () => {
    const plots = await openPlots();
    const { cases } = plots;
    expect(accepted(await cases.part.board(SHIQIAO))).toEqual({
      code: SHIQIAO,
      villageName: "石桥村",
      unitName: "青石乡",
      notices: [],
      duty: { unitName: "青石派出所", phone: "0000-6200110" },
      hours: [],
    });
    const id = await publish(plots);
    cases.clock.time = instantOf("2026-10-12T16:00");
    expect(accepted(await cases.part.board(SHIQIAO)).notices).toEqual([
      {
        id,
        title: { zh: "东坡菜地分配公示", en: "Plots of 东坡" },
        issuer: "青石派出所",
        number: "石桥地〔2026〕1号",
        ...{ from: "2026-09-30", until: "2026-10-13", provisional: false, left: 2 },
      },
    ]);
    cases.clock.time = instantOf("2026-10-14T00:00");
    expect(accepted(await cases.part.board(SHIQIAO)).notices).toEqual([]);
  });

  test("says when somebody is there, as the model in force publishes it", async () => {
    const cases = await openTestCases({ dir: projectRoot });
    const adoption = { kind: null, from: "2026-01-01", to: null, settings: {}, decidedBy: null };
    await cases.people.save({
      modelAdoptions: [{ ...adoption, unit: "991021", model: "area-officer" }],
    });
    const { hours } = accepted(await cases.part.board(SHIQIAO));
    expect(hours).toContainEqual({
      title: { zh: "警务室", en: "Police room" },
      ...{ days: [4, 5], from: "09:00", to: "17:30" },
    });
  });

  test("is there for villages only", async () => {
    const { cases } = await openPlots();
    for (const code of ["991021200299", "991021200", "", "x".repeat(12)]) {
      expect(codeOf(await cases.part.board(code))).toBe("notice/no-village");
    }
  });
});

describe("a notice", () => {
  test("tells what the package says and nothing else of the matter", async () => {
    const plots = await openPlots();
    const { cases, round, households } = plots;
    const id = await publish(plots);
    const view = accepted(await cases.part.notice(id));
    expect(view).toMatchObject({
      text: { zh: "石桥村东坡菜地拟分给以下各户，现予公示。" },
      places: { zh: "村务公开栏、村口" },
      contact: { zh: "0000-6200110" },
      rows: [
        { cells: { name: "杨德厚", plot: "一号" }, mark: null },
        { cells: { name: "李有福", plot: "二号" }, mark: null },
      ],
      countdown: { left: 5, total: 5, includesToday: false },
      takesObjections: true,
      village: SHIQIAO,
    });
    const told = JSON.stringify(view);
    for (const secret of [round, ...households, "gaoyuan", "listed"]) {
      expect(told).not.toContain(secret);
    }
  });

  test("is gone after its last day, when it is taken down, and is the same as one that never was", async () => {
    const plots = await openPlots();
    const { cases, round } = plots;
    const id = await publish(plots);
    cases.clock.time = instantOf("2026-10-13T23:59");
    expect(codeOf(await cases.part.notice(id))).toBe("accepted");
    cases.clock.time = instantOf("2026-10-14T00:00");
    expect(await cases.part.notice(id)).toEqual(await cases.part.notice("0123456789"));

    cases.clock.time = instantOf("2026-10-01T10:00");
    accepted(await take(cases, { by: "gaoyuan", caseId: round, event: "takeDown" }));
    expect(codeOf(await cases.part.notice(id))).toBe("notice/not-found");
  });

  test("published on a day without calendar data says that its last day is provisional", async () => {
    const plots = await openPlots("2026-12-28T10:00");
    const id = await publish(plots);
    expect(accepted(await plots.cases.part.notice(id))).toMatchObject({
      until: "2027-01-04",
      provisional: true,
      countdown: { provisional: true, left: 5 },
    });
  });

  test("marks a household that is held, and leaves it on the list", async () => {
    const plots = await openPlots();
    const id = await publish(plots);
    const { cases } = plots;
    accepted(await cases.part.object(objection(id)));
    await cases.workers.runDue();
    expect(accepted(await cases.part.notice(id)).rows.map(({ mark }) => mark?.zh ?? null)).toEqual([
      null,
      "异议核查中，暂缓",
    ]);
  });
});

describe("its officers", () => {
  test("see what the matter published, with a message that names nobody", async () => {
    const plots = await openPlots();
    const id = await publish(plots);
    const { cases, round } = plots;
    const gaoyuan = cases.as("gaoyuan");
    const notice = accepted(await cases.part.caseNotice(gaoyuan, round, id));
    expect(accepted(await cases.part.caseView(gaoyuan, round)).notices).toEqual([notice]);
    expect(notice).toMatchObject({ id, status: "open", rows: 2, held: 0 });
    expect(notice.message.zh).toBe(
      [
        "【公示】东坡菜地分配公示",
        "青石派出所发布，公示到2026年10月13日。",
        "有不同意见的，不用注册就可以提。",
        "名单看这里：{url}",
        "监督电话：0000-6200110",
      ].join("\n"),
    );
    expect(JSON.stringify(notice.message)).not.toMatch(/杨德厚|李有福/);
    cases.clock.time = instantOf("2026-10-20T10:00");
    expect(accepted(await cases.part.caseNotice(gaoyuan, round, id)).status).toBe("over");
    expect(codeOf(await cases.part.caseNotice(gaoyuan, round, "0123456789"))).toBe(
      "notice/not-found",
    );
  });

  test("nobody else does", async () => {
    const plots = await openPlots();
    const id = await publish(plots);
    const { cases, round } = plots;
    expect(codeOf(await cases.part.caseNotice(cases.as("zhouzheng"), round, id))).toBe(
      "case/not-found",
    );
  });
});
