import type { Person } from "../../app/engine/person";
import { noticeRecords, type NoticeRecord } from "../../app/engine/projection/notice-record";
import type { StepResult } from "../../app/engine/step";
import type { Workflow } from "../../app/engine/workflow";
import type { WorkflowSource } from "../../app/engine/workflow-source";
import type { NoticeSource } from "../../app/engine/notice-source";
import { makeWorkflow, officer, Story } from "./make-workflow";
import { SYSTEM } from "../../app/engine/person";

/** Village plots are given out: who asked for one is made public for five working days. */
export const NOTICE: NoticeSource = {
  title: { zh: "菜地分配公示", en: "Plots" },
  on: ["publish"],
  ends: ["takeDown"],
  over: "links.applicant",
  where: { "==": [{ var: "state" }, "asked"] },
  columns: {
    plot: { title: { zh: "地块" }, value: "{{item.exported.plot}}", order: 2 },
    name: { title: { zh: "姓名" }, value: "{{item.exported.name}}", order: 1, width: 30 },
  },
  text: { zh: "{{case.placeName}}共有以下各户申请。", en: "They asked." },
  until: "objecting",
  places: { zh: "村务公开栏" },
  contact: { zh: "{{params.phone}}" },
  objection: { event: "object", link: "applicant" },
  held: { when: { "==": [{ var: "state" }, "inquiry"] }, mark: { zh: "异议核查中" } },
};

const SOURCE: Pick<
  WorkflowSource,
  "machine" | "deadlines" | "parameters" | "links" | "moves" | "plugins"
> = {
  plugins: { core: "1" },
  parameters: {
    phone: { title: { zh: "监督电话" }, schema: { type: "string" }, value: "0000-6200110" },
  },
  links: { applicant: { title: { zh: "申请户" }, package: "applicant", export: {} } },
  deadlines: {
    objecting: {
      title: { zh: "公示期" },
      from: "entry",
      count: 5,
      unit: "workday",
      pausable: true,
    },
    fromData: { title: { zh: "公示期" }, from: { date: "dayOff" }, count: 5, unit: "workday" },
  },
  moves: {
    return: { roles: ["officer"] },
    withdraw: { roles: ["officer"] },
    void: { roles: ["officer"] },
    reopen: { roles: ["officer"] },
    pause: { roles: ["officer"] },
  },
  machine: {
    initial: "collecting",
    states: {
      collecting: {
        meta: {
          title: { zh: "收集申请" },
          events: {
            ask: step("登记申请户", { opens: "applicant" }),
            publish: step("公示"),
          },
        },
        on: { ask: {}, publish: "onNotice" },
      },
      onNotice: {
        meta: {
          title: { zh: "公示中" },
          events: { publish: step("重新公示"), takeDown: step("撤下"), allot: step("分配") },
        },
        on: {
          publish: { target: "onNotice", reenter: true },
          takeDown: "collecting",
          allot: "allotted",
        },
        after: { objecting: "allotting" },
      },
      allotting: {
        meta: { title: { zh: "分配" }, events: { allot: step("分配") } },
        on: { allot: "allotted" },
      },
      allotted: { type: "final", meta: { title: { zh: "已分配" }, end: "completed" } },
    },
  },
};

function step(zh: string, more: { opens?: string } = {}) {
  return {
    ...{ label: { zh }, roles: ["officer"], act: "record" as const, about: "matter" as const },
    ...{ noForm: { zh: "不用填" }, ...more },
  };
}

/** The plots' workflow with the notice changed, or with none of the listed keys. */
export function plots(change: Partial<NoticeSource> = {}, without: (keyof NoticeSource)[] = []) {
  const notice: Record<string, unknown> = { ...NOTICE, ...change };
  for (const key of without) delete notice[key];
  const data = {
    type: "object",
    properties: { dayOff: { type: "string", format: "date", privacy: "none" } },
    additionalProperties: false,
  };
  const notices = { list: notice as unknown as NoticeSource };
  return makeWorkflow({ ...SOURCE, notices }, { data });
}

/** A story in which 杨德厚 and 李有福 ask for plots, on a Monday before the National Day holidays. */
export class NoticeStory extends Story {
  constructor(workflow: Workflow = plots(), clock = "2026-09-28T10:00") {
    super(workflow, clock);
    this.send(officer, { type: "start" });
    for (const [name, plot] of [
      ["杨德厚", "东一"],
      ["李有福", "东二"],
    ]) {
      this.event("ask");
      this.report(this.case.links["applicant"]?.length ?? 0, {
        name: name ?? "",
        plot: plot ?? "",
      });
    }
  }

  event(event: string, by: Person = officer): StepResult {
    return this.send(by, { type: "event", event });
  }

  /** The n-th applicant's matter reports. */
  report(
    n: number,
    exported: Record<string, string>,
    {
      state = "asked",
      end = null,
    }: { state?: string; end?: "completed" | "abandoned" | null } = {},
  ): StepResult {
    const child = this.case.links["applicant"]?.[n - 1]?.id ?? "";
    return this.send(SYSTEM, { type: "link", child, state, end, exported });
  }

  get records(): NoticeRecord[] {
    return noticeRecords(this.history);
  }

  /** The newest publication. */
  get notice(): NoticeRecord {
    const last = this.records.at(-1);
    if (last === undefined) throw new Error("nothing was published");
    return last;
  }
}
