import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { WorkflowSource } from "../../../app/engine/workflow-source";
import { HOUR, DAY } from "../../../app/engine/time/duration";
import { instantOf } from "../../../app/engine/time/zone";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { findLinks } from "../../../app/storage/case-briefs";
import { accepted, codeOf, take } from "../../support/open-test-cases";
import { makeTree, PLOTS_TREE, writeTree } from "../../support/temp-tree";
import { objection, openPlots, publish, type Plots } from "../../support/plots";

const NAMED = {
  way: "named",
  name: "田秀英",
  phone: "13800138000",
  when: "去年",
  where: "村二组",
  what: "他家不在村里住",
};

async function published(): Promise<Plots & { id: string }> {
  const plots = await openPlots();
  return { ...plots, id: await publish(plots) };
}

/** The matter that the objection to the second household became. */
async function objectionOf({ cases, households }: Plots): Promise<string> {
  const links = await findLinks(cases.database, households[1] ?? "");
  const child = links.find(({ side }) => side === "child");
  if (child === undefined) throw new Error("no objection was received");
  return child.caseId;
}

describe("the form", () => {
  test("is that of the package's event, empty, whatever others wrote before", async () => {
    const { cases, id } = await published();
    accepted(await cases.part.object(objection(id, { form: NAMED })));
    const form = accepted(await cases.part.objectionForm(id, { row: 2, language: "zh" }));
    expect(form.rows).toEqual([
      { row: 1, text: "杨德厚 一号" },
      { row: 2, text: "李有福 二号" },
    ]);
    expect(form.step).toMatchObject({ title: { zh: "提异议" }, formData: {}, caseId: null });
    expect(JSON.stringify(form)).not.toMatch(/田秀英|13800138000|他家不在/);
  });

  test("is there only while the notice is", async () => {
    const { cases, id } = await published();
    cases.clock.time = instantOf("2026-10-14T08:00");
    const ask = { row: null, language: "zh" } as const;
    expect(codeOf(await cases.part.objectionForm(id, ask))).toBe("notice/not-found");
    expect(codeOf(await cases.part.object(objection(id)))).toBe("notice/not-found");
  });

  test("says what is missing, and how it reads before it is sent", async () => {
    const { cases, id } = await published();
    const wrong = await cases.part.previewObjection(objection(id, { form: { way: "named" } }));
    expect(wrong).toMatchObject({
      refusal: {
        code: "form/invalid",
        fields: ["/name", "/phone", "/when", "/where", "/what"].map((pointer) => ({ pointer })),
      },
    });
    const rows = accepted(await cases.part.previewObjection(objection(id, { form: NAMED })));
    expect(rows.map(({ label, value }) => `${label.zh} ${value}`)).toContain("您的姓名 田秀英");
  });
});

describe("an objection", () => {
  test("is taken without an account, holds its household only, and becomes a matter of its own", async () => {
    const plots = await published();
    const { cases, id, households, round } = plots;
    const receipt = accepted(await cases.part.object(objection(id)));
    expect(receipt).toMatchObject({
      number: "石桥异议〔2026〕1号",
      held: { row: "李有福 二号", mark: { zh: "异议核查中，暂缓" } },
      until: "2026-10-13",
      steps: [
        { title: { zh: "收到异议" }, is: "done", day: "2026-09-30" },
        { title: { zh: "核查" }, is: "now", day: "2026-09-30", due: "2026-10-13" },
      ],
      ended: false,
    });
    expect(receipt.code).toMatch(/^\d{8}$/);
    const view = async (caseId: string) =>
      accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
    const states = await Promise.all(
      households.map(async (one) => (await view(one)).states.map(({ title }) => title.zh)),
    );
    expect(states).toEqual([["待分配"], ["异议核查中"]]);
    const inquiry = await view(await objectionOf(plots));
    expect(inquiry.history[0]).toMatchObject({ by: "群众", title: { zh: "收到异议" } });
    // Nobody but the people who look into it have it on their list.
    await cases.workers.runDue();
    expect((await view(round)).states.map(({ title }) => title.zh)).toEqual(["公示中"]);
  });

  test("who sent it is hidden from the village committee, from auxiliaries and on the household's pages", async () => {
    const plots = await published();
    const { cases, id, households } = plots;
    accepted(await cases.part.object(objection(id, { form: NAMED })));
    const matters = [...households, await objectionOf(plots)];
    for (const login of ["longdehai", "yangxiulan"] as const) {
      for (const caseId of matters) {
        const seen = JSON.stringify(await cases.part.caseView(cases.as(login), caseId));
        expect(seen).not.toMatch(/田秀英|13800138000|1380013|他家不在村里住|村二组/);
      }
      const list = await cases.part.worklist(cases.as(login), { queue: "all", after: null });
      expect(JSON.stringify(list)).not.toMatch(/田秀英|13800138000|他家不在/);
    }
    const seen = JSON.stringify(
      await cases.part.caseView(cases.as("gaoyuan"), await objectionOf(plots)),
    );
    expect(seen).toContain("田秀英");
  });

  test("is never with the villager who sent it", async () => {
    const plots = await published();
    const { cases, id } = plots;
    accepted(await cases.part.object(objection(id)));
    const rows = await cases.database.run<{ assignee: string | null }>(
      "select distinct assignee from tasks",
    );
    expect(rows.map(({ assignee }) => assignee)).not.toContain("qy.public");
  });

  test("sent twice is one, with the same code", async () => {
    const plots = await published();
    const { cases, id } = plots;
    const input = objection(id);
    const first = accepted(await cases.part.object(input));
    const again = accepted(await cases.part.object(input));
    expect(again).toEqual(first);
    expect(await findLinks(cases.database, plots.households[1] ?? "")).toHaveLength(2);
    const other = accepted(await cases.part.object(objection(id)));
    expect(other.code).not.toBe(first.code);
    expect(await findLinks(cases.database, plots.households[1] ?? "")).toHaveLength(3);
  });

  test("many at once are all taken", async () => {
    const { cases, id } = await published();
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => cases.part.object(objection(id))),
    );
    expect(sent.map(codeOf)).toEqual(Array.from({ length: 4 }, () => "accepted"));
  });

  test("needs a row, a command id of its own, and answers that fit", async () => {
    const { cases, id } = await published();
    const send = (change: Parameters<typeof objection>[1]) =>
      cases.part.object(objection(id, change)).then(codeOf);
    expect(await send({ row: 3 })).toBe("notice/which-row");
    expect(await send({ row: 0 })).toBe("notice/which-row");
    expect(await send({ row: Number.NaN })).toBe("notice/which-row");
    expect(await send({ commandId: "link:1" })).toBe("http/malformed");
    expect(await send({ form: { way: "named" } })).toBe("form/invalid");
    expect(await send({ form: { ...NAMED, plot: "九号" } })).toBe("form/invalid");
    expect(await send({ id: "0123456789" })).toBe("notice/not-found");
  });

  test("cannot take back the receipt of a step that an officer took", async () => {
    const plots = await published();
    const { cases, id, households } = plots;
    const commandId = uuidv7(cases.clock.time);
    const [first = ""] = households;
    accepted(await take(cases, { by: "gaoyuan", caseId: first, event: "give", commandId }));
    expect(codeOf(await cases.part.object(objection(id, { commandId })))).toBe("notice/row-closed");
  });

  test("to a household that has its plot is sent to the telephone instead", async () => {
    const { cases, id, households } = await published();
    accepted(await take(cases, { by: "gaoyuan", caseId: households[1] ?? "", event: "give" }));
    expect(await cases.part.object(objection(id))).toMatchObject({
      refusal: { code: "notice/row-closed", params: { row: "李有福 二号" } },
    });
  });

  test("twenty from one network in an hour, and those of others are not held up", async () => {
    const { cases, id } = await published();
    const send = (address: string) => cases.part.object(objection(id, { address, row: 1 }));
    for (let sent = 0; sent < 20; sent += 1) accepted(await send("203.0.113.9"));
    expect(await send("203.0.113.9")).toMatchObject({
      refusal: { code: "notice/too-many-objections", params: { minutes: 60 } },
    });
    expect(codeOf(await send("203.0.113.10"))).toBe("accepted");
    cases.clock.time += HOUR;
    expect(codeOf(await send("203.0.113.9"))).toBe("accepted");
  }, 30_000);
});

describe("the query code", () => {
  test("tells names of steps and days, and nothing that anybody wrote", async () => {
    const plots = await published();
    const { cases, id } = plots;
    const { code } = accepted(await cases.part.object(objection(id, { form: NAMED })));
    cases.clock.time += DAY;
    accepted(
      await take(cases, {
        by: "gaoyuan",
        caseId: await objectionOf(plots),
        event: "answer",
        form: { conclusion: "户口和住处都在本村" },
      }),
    );
    const seen = accepted(
      await cases.part.follow({ code: ` ${code.slice(0, 4)} ${code.slice(4)}`, address: "a" }),
    );
    expect(seen).toEqual({
      number: "石桥异议〔2026〕1号",
      ended: true,
      steps: [
        {
          title: { zh: "收到异议", en: "Objection received" },
          is: "done",
          day: "2026-09-30",
          due: null,
        },
        { title: { zh: "核查", en: "Looking into it" }, is: "done", day: "2026-09-30", due: null },
        { title: { zh: "已答复", en: "Answered" }, is: "done", day: "2026-10-01", due: null },
      ],
    });
    expect(JSON.stringify(seen)).not.toMatch(/田秀英|1380|李有福|户口/);
  });

  test("a wrong one says the same as one that has expired", async () => {
    const { cases, id } = await published();
    const { code } = accepted(await cases.part.object(objection(id)));
    const wrong = await cases.part.follow({ code: "00000000", address: "a" });
    cases.clock.time += 366 * DAY;
    expect(await cases.part.follow({ code, address: "b" })).toEqual(wrong);
    expect(codeOf(wrong)).toBe("notice/wrong-code");
  });

  test("ten wrong ones from a network, then a pause; right ones do not count", async () => {
    const { cases, id } = await published();
    const { code } = accepted(await cases.part.object(objection(id)));
    const ask = (tried: string) => cases.part.follow({ code: tried, address: "a" }).then(codeOf);
    for (let tried = 0; tried < 15; tried += 1) expect(await ask(code)).toBe("accepted");
    for (let tried = 0; tried < 10; tried += 1) {
      expect(await ask(`1111111${tried}`)).toBe("notice/wrong-code");
    }
    expect(await ask(code)).toBe("notice/too-many-codes");
    cases.clock.time += HOUR;
    expect(await ask(code)).toBe("accepted");
  });
});

describe("an objection that the household's own matter takes", () => {
  const FILE = "workflows/garden-plots/applicant.workflow.json";

  /** The garden plots without matters for objections: an officer clears them in the household's own. */
  async function withoutObjectionMatters(): Promise<Plots & { id: string }> {
    const dir = await makeTree({});
    await cp(PLOTS_TREE, dir, { recursive: true });
    const source = JSON.parse(await readFile(join(dir, FILE), "utf8")) as WorkflowSource;
    const { listed, inquiry } = source.machine.states ?? {};
    delete listed?.meta?.events?.["object"]?.opens;
    delete source.links;
    Object.assign(inquiry ?? {}, {
      meta: {
        title: { zh: "异议核查中" },
        events: { clear: { ...listed?.meta?.events?.["give"], label: { zh: "异议不成立" } } },
      },
      on: { clear: "listed" },
    });
    await writeTree(dir, { [FILE]: source });
    const plots = await openPlots("2026-09-30T10:00", dir);
    return { ...plots, id: await publish(plots) };
  }

  test("is followed to where it led, and no further", async () => {
    const { cases, id, households } = await withoutObjectionMatters();
    const { code, number } = accepted(await cases.part.object(objection(id)));
    expect(number).toBeNull();
    const follow = async () => {
      const seen = accepted(await cases.part.follow({ code, address: "a" }));
      const steps = seen.steps.map(({ title, is, day }) => `${title.zh} ${is} ${day ?? ""}`);
      return { steps, ended: seen.ended };
    };
    expect(await follow()).toEqual({
      steps: ["提异议 done 2026-09-30", "异议核查中 now 2026-09-30"],
      ended: false,
    });
    const [, caseId = ""] = households;
    cases.clock.time += DAY;
    accepted(await take(cases, { by: "gaoyuan", caseId, event: "clear" }));
    cases.clock.time += DAY;
    accepted(await take(cases, { by: "gaoyuan", caseId, event: "give" }));
    expect(await follow()).toEqual({
      steps: ["提异议 done 2026-09-30", "异议核查中 done 2026-09-30", "待分配 done 2026-10-01"],
      ended: true,
    });
  });
});
