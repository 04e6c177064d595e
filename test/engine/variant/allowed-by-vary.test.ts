import { describe, expect, test } from "vitest";
import type { NoticeSource } from "../../../app/engine/notice-source";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { codesOf, lendingWith, patchOf } from "./lending";

const NOTICE: NoticeSource = {
  title: { zh: "公具借用公示" },
  on: ["approve"],
  columns: { use: { title: { zh: "用途" }, value: "{{data.use | label}}", order: 1 } },
  text: { zh: "借出公用工具。" },
  until: "lending",
};

describe("what every variant may change", () => {
  test.each<[string, (document: DefinitionDocument) => void]>([
    ["titles", ({ workflow }) => (workflow.title = { zh: "公具借用" })],
    ["labels of events", ({ workflow }) => (workflow.start.label = { zh: "来借" })],
    [
      "titles of rules",
      ({ workflow }) =>
        Object.assign(workflow.rules?.["withinLimit"] ?? {}, { title: { zh: "件数" } }),
    ],
    [
      "help of forms",
      ({ forms }) => Object.assign(forms["ask"] ?? {}, { help: { zh: "写三句话" } }),
    ],
    [
      "the order of fields",
      ({ forms }) => Object.assign(forms["approve"]?.ui ?? {}, { "ui:order": ["*"] }),
    ],
    [
      "a new optional field, in the data and in a form",
      ({ data, forms }) => {
        const field = { type: "string", maxLength: 20, privacy: "none", label: { zh: "备注" } };
        Object.assign(data["properties"] as object, { remark: field });
        Object.assign(forms["ask"]?.schema["properties"] as object, { remark: field });
      },
    ],
  ])("%s", (_, edit) => {
    expect(codesOf(lendingWith({}), patchOf(lendingWith({}), edit))).toEqual([]);
  });

  test("a state, rule or field that is called `title` is no title", () => {
    const base = lendingWith({}, (workflow) => {
      workflow.machine.states = { ...workflow.machine.states, title: { on: { go: "lent" } } };
      workflow.rules = { ...workflow.rules, order: { title: { zh: "" }, when: true } };
    });
    Object.assign(base.data["properties"] as object, { help: { type: "string" } });
    const patch = patchOf(base, ({ workflow, data }) => {
      Object.assign(workflow.machine.states?.["title"]?.on ?? {}, { go: "returned" });
      Object.assign(workflow.rules?.["order"] ?? {}, { when: false });
      Object.assign((data["properties"] as Record<string, object>)["help"] ?? {}, {
        type: "number",
      });
    });
    expect(codesOf(base, patch)).toEqual([
      "variant/not-allowed /workflow/rules/order/when",
      "variant/not-allowed /workflow/machine/states/title/on/go",
      "variant/not-allowed /data/properties/help/type",
    ]);
  });
});

describe("a way that has no key", () => {
  const GO = "/workflow/machine/states/single/on/go";
  const base = (vary: Record<string, string>) =>
    lendingWith(vary, ({ machine }) => {
      const single = { on: { go: { target: "lent" } } };
      machine.states = { ...machine.states, single };
    });
  const beside = { op: "add" as const, path: `${GO}/other`, value: { target: "returned" } };

  test("takes no other beside it where ways may be added, and says why", () => {
    expect(codesOf(base({ transitions: "add" }), [beside])).toEqual([
      `variant/single-way ${beside.path}`,
    ]);
    expect(codesOf(base({}), [beside])).toEqual([`variant/single-way ${beside.path}`]);
  });

  test("a part of it is a change like any other", () => {
    const guarded = { ...beside, path: `${GO}/guard`, value: "withinLimit" };
    expect(codesOf(base({ transitions: "add" }), [guarded])).toEqual([
      `variant/not-allowed ${guarded.path}`,
    ]);
    expect(codesOf(base({ transitions: "change" }), [guarded])).toEqual([]);
  });
});

describe("a notice", () => {
  const base = (words: string) =>
    lendingWith({ notices: words }, (workflow) => {
      workflow.notices = { loans: { ...NOTICE } };
    });
  const changing = (key: string, value: unknown) => (document: DefinitionDocument) =>
    void Object.assign(document.workflow.notices?.["loans"] ?? {}, { [key]: value });

  test.each<[string, string, (document: DefinitionDocument) => void, boolean]>([
    ["its paragraph", "text", changing("text", { zh: "借出如下。" }), true],
    ["where it hangs", "text", changing("places", { zh: "村口" }), true],
    ["its columns", "columns", changing("columns", {}), true],
    ["its columns by the wording's word", "text", changing("columns", {}), false],
    ["its last day by the wording's word", "text, columns", changing("until", "other"), false],
    ["its last day", "change", changing("until", "other"), true],
  ])("lets %s change where the base says %s", (_what, words, edit, isOpen) => {
    const codes = codesOf(base(words), patchOf(base(words), edit));
    expect(codes.length === 0).toBe(isOpen);
    expect(codes.every((code) => code.startsWith("variant/not-allowed"))).toBe(true);
  });
});

describe("what is statutory", () => {
  const statutory = lendingWith.bind(null, { rules: "change", deadlines: "change" });
  const base = () =>
    statutory((workflow) => {
      Object.assign(workflow.rules?.["withinLimit"] ?? {}, { statutory: true });
    });

  test("its refusal is free, and so are further examples after those that are there", () => {
    const refusal = patchOf(base(), ({ workflow }) => {
      Object.assign(workflow.rules?.["withinLimit"] ?? {}, { refusal: { zh: "请分次借。" } });
    });
    expect(codesOf(base(), refusal)).toEqual([]);
    const one = { given: { data: { items: [{ count: 1 }] } }, expect: true };
    const withExamples = (of: (had: unknown[]) => unknown[]) =>
      patchOf(base(), ({ workflow }) => {
        const rule = workflow.rules?.["withinLimit"];
        Object.assign(rule ?? {}, { examples: of(rule?.examples ?? []) });
      });
    const codes = (of: (had: unknown[]) => unknown[]) => codesOf(base(), withExamples(of));
    expect(codes((had) => [...had, one])).toEqual([]);
    const refused = ["variant/statutory /workflow/rules/withinLimit/examples"];
    expect(codes((had) => [one, ...had])).toEqual(refused);
    expect(codes((had) => had.slice(1))).toEqual(refused);
    expect(codes(() => [])).toEqual(refused);
  });

  test("keeps its body whatever the package opens; its title is free", () => {
    const body = patchOf(base(), ({ workflow }) => {
      Object.assign(workflow.rules?.["withinLimit"] ?? {}, { when: true });
    });
    expect(codesOf(base(), body)).toEqual(["variant/statutory /workflow/rules/withinLimit/when"]);
    const title = patchOf(base(), ({ workflow }) => {
      Object.assign(workflow.rules?.["withinLimit"]?.title ?? {}, { zh: "件数" });
    });
    expect(codesOf(base(), title)).toEqual([]);
  });

  test("cannot be removed, not with all that is around it either", () => {
    const path = "/workflow/rules";
    const one = patchOf(base(), ({ workflow }) => delete workflow.rules?.["withinLimit"]);
    expect(codesOf(base(), one)).toEqual([`variant/statutory ${path}/withinLimit`]);
    const all = patchOf(base(), ({ workflow }) => delete workflow.rules);
    expect(codesOf(base(), all)).toEqual([`variant/statutory ${path}`]);
  });

  test("cannot lose its mark", () => {
    const patch = patchOf(base(), ({ workflow }) => {
      delete workflow.rules?.["withinLimit"]?.statutory;
    });
    const path = "/workflow/rules/withinLimit/statutory";
    expect(codesOf(base(), patch)).toEqual([`variant/statutory ${path}`]);
  });

  test.each(["id", "version", "mustPass", "vary"] as const)("%s never varies", (name) => {
    const open = lendingWith({ [name]: "change" });
    const patch = patchOf(open, ({ workflow }) => {
      Object.assign(workflow, { [name]: name === "vary" ? { rules: "change" } : "x" });
    });
    const codes = codesOf(open, patch);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.every((code) => code.startsWith("variant/not-allowed"))).toBe(true);
  });
});

describe("what a word in `vary` opens", () => {
  const state = { meta: { title: { zh: "复核" } }, on: { pass: "lent" } };
  const event = { label: { zh: "复核" }, roles: ["officer"], act: "decide", about: "matter" };
  type Edit = (document: DefinitionDocument) => unknown;
  const addState: Edit = ({ workflow }) =>
    Object.assign(workflow.machine.states ?? {}, { review: state });
  const addCandidate: Edit = ({ workflow }) => {
    const on = workflow.machine.states?.["lent"]?.on ?? {};
    const before = on["bringBack"] as object[];
    on["bringBack"] = [
      { meta: { key: "review" }, guard: "withinLimit", target: "damaged" },
      ...before,
    ] as never;
  };
  const addEvent: Edit = ({ workflow }) => {
    const asked = workflow.machine.states?.["asked"];
    Object.assign(asked?.on ?? {}, { review: "returned" });
    Object.assign(asked?.meta?.events ?? {}, { review: event });
  };
  const retarget: Edit = ({ workflow }) =>
    Object.assign(workflow.machine.states?.["asked"]?.on ?? {}, { decline: "cancelled" });
  const guardIt: Edit = ({ workflow }) =>
    Object.assign((workflow.machine.states?.["handover"]?.onDone as object) ?? {}, {
      guard: "withinLimit",
    });
  const swap: Edit = ({ workflow }) => {
    const on = workflow.machine.states?.["lent"]?.on ?? {};
    on["bringBack"] = [...(on["bringBack"] as object[])].reverse() as never;
  };
  const addRule: Edit = ({ workflow }) =>
    Object.assign(workflow.rules ?? {}, { own: { title: { zh: "" }, when: true } });
  const changeRule: Edit = ({ workflow }) =>
    Object.assign(workflow.rules?.["someDamaged"] ?? {}, { when: true });
  const requireField: Edit = ({ forms }) =>
    (forms["ask"]?.schema["required"] as string[]).push("deposit");
  const moveForm: Edit = ({ forms }) => Object.assign(forms["ask"] ?? {}, { into: "other" });
  const addForm: Edit = ({ forms }) => (forms["own"] = { title: { zh: "" }, into: "", schema: {} });
  const rewrite: Edit = ({ papers }) => papers["receipt"]?.blocks.pop();
  const role: Edit = ({ workflow }) =>
    workflow.machine.states?.["asked"]?.meta?.events?.["approve"]?.roles.push("auxiliary");

  test.each<[string, Edit, Record<string, string>, Record<string, string>]>([
    ["a new state", addState, { states: "add" }, { transitions: "change" }],
    [
      "a new candidate, the others in their order",
      addCandidate,
      { transitions: "add" },
      { rules: "change" },
    ],
    [
      "a new candidate in one state",
      addCandidate,
      { "states.lent": "change" },
      { "states.asked": "change" },
    ],
    ["a new event", addEvent, { transitions: "add" }, { states: "add" }],
    ["another target", retarget, { transitions: "change" }, { transitions: "add" }],
    ["a guard on a way that is there", guardIt, { transitions: "change" }, { transitions: "add" }],
    ["another order of candidates", swap, { transitions: "change" }, { transitions: "add" }],
    [
      "who may send an event",
      role,
      { "states.asked": "change" },
      { transitions: "add", states: "add" },
    ],
    ["a new rule", addRule, { rules: "add" }, { facts: "add" }],
    ["a rule that is there", changeRule, { "rules.someDamaged": "change" }, { rules: "add" }],
    [
      "which fields a form requires",
      requireField,
      { "forms.ask": "fields" },
      { "forms.sign": "fields" },
    ],
    ["where a form writes to", moveForm, { forms: "change" }, { forms: "fields, add" }],
    ["a new form", addForm, { forms: "fields, add" }, { forms: "fields" }],
    ["the blocks of a paper", rewrite, { papers: "text" }, { papers: "add" }],
  ])("%s", (_, edit, opened, closed) => {
    const open = lendingWith(opened);
    expect(codesOf(open, patchOf(open, edit))).toEqual([]);
    const shut = lendingWith(closed);
    const codes = codesOf(shut, patchOf(shut, edit));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.every((code) => code.startsWith("variant/not-allowed"))).toBe(true);
  });

  test("the first entry of a map that the package has not got counts as an addition", () => {
    const base = lendingWith({ jobs: "add" });
    const job = { title: { zh: "" }, job: "core.x", into: "x" };
    expect(
      codesOf(
        base,
        patchOf(base, ({ workflow }) => (workflow.jobs = { job })),
      ),
    ).toEqual([]);
  });
});
