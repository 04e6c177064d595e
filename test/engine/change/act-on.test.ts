import { describe, expect, test } from "vitest";
import { actOn, type Act, type Acting } from "../../../app/engine/change/act-on";
import type { Proposal } from "../../../app/engine/change/proposal";
import { instantOf } from "../../../app/engine/time/zone";
import { makeProposal } from "../../support/make-proposal";

const at = instantOf("2026-11-23T10:00");
const by = (user: string, change: Partial<Acting> = {}): Acting => {
  return { user, at, revision: 1, isLegalOffice: false, ...change };
};
const drafter = by("zhoumin");
const lawyer = by("hejing", { isLegalOffice: true });

function acted(proposal: Proposal, act: Act, who: Acting): Proposal {
  const result = actOn(proposal, act, { ...who, revision: proposal.revision });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.proposal;
}

function refused(proposal: Proposal, act: Act, who: Acting): string {
  const result = actOn(proposal, act, who);
  if (result.ok) return "accepted";
  const fields = result.refusal.fields?.map(({ pointer }) => pointer) ?? [];
  return [result.refusal.code, ...fields].join(" ");
}

const submit = { act: "submit" as const, isChanged: true, why: "汛期用水泵的多。" };
const approve: Act = { act: "approve", text: "同意", documentNumber: "云公法〔2026〕7号" };

describe("the way of a change", () => {
  test("one person drafts, another of the legal office approves, somebody who did not draft publishes", () => {
    const submitted = acted(makeProposal(), submit, drafter);
    expect(submitted.status).toBe("review");
    const approved = acted(submitted, approve, lawyer);
    expect(approved).toMatchObject({
      status: "approved",
      opinion: { text: "同意", documentNumber: "云公法〔2026〕7号", by: "hejing", at },
    });
    const published = acted(approved, { act: "publish", from: "2026-12-01" }, lawyer);
    expect(published).toMatchObject({ status: "published", from: "2026-12-01", revision: 4 });
    expect(published.log.map(({ act, by }) => `${act} ${by}`)).toEqual([
      "begin zhoumin",
      "submit zhoumin",
      "approve hejing",
      "publish hejing",
    ]);
  });

  test("sent back, it is a draft again, with the reason on record and without the opinion", () => {
    const approved = acted(acted(makeProposal(), submit, drafter), approve, lawyer);
    const back = acted(approved, { act: "return", reason: " 依据没有写 " }, lawyer);
    expect(back).toMatchObject({ status: "draft", opinion: null });
    expect(back.log.at(-1)).toEqual({ act: "return", by: "hejing", at, note: "依据没有写" });
  });

  test("whoever wrote any of it counts as an author", () => {
    const edited = acted(makeProposal(), { act: "edit", change: { why: "改个写法" } }, drafter);
    expect(edited.why).toBe("改个写法");
    expect(refused(edited, { act: "edit", change: {} }, { ...lawyer, revision: 2 })).toBe(
      "change/not-author",
    );
  });
});

describe("what is refused", () => {
  const review = makeProposal({ status: "review" });
  const approved = makeProposal({ status: "approved" });
  test.each<[string, Proposal, Act, Acting, string]>([
    ["one's own review", review, approve, { ...drafter, isLegalOffice: true }, "change/own-review"],
    ["a review by others", review, approve, by("luming"), "change/not-legal-office"],
    [
      "one's own publication",
      approved,
      { act: "publish", from: "2026-12-01" },
      drafter,
      "change/own-publish",
    ],
    ["returning one's own", review, { act: "return", reason: "x" }, drafter, "change/own-review"],
    ["sending another's", makeProposal(), submit, lawyer, "change/not-author"],
    [
      "withdrawing another's",
      makeProposal(),
      { act: "withdraw", reason: "x" },
      lawyer,
      "change/not-author",
    ],
    ["nothing to review", makeProposal(), { ...submit, isChanged: false }, drafter, "change/empty"],
    ["no reason why", makeProposal(), { ...submit, why: " " }, drafter, "form/invalid why"],
    ["an old revision", makeProposal({ revision: 2 }), submit, drafter, "change/stale"],
    [
      "publishing a draft",
      makeProposal(),
      { act: "publish", from: "2026-12-01" },
      lawyer,
      "change/wrong-stage",
    ],
    ["editing under review", review, { act: "edit", change: {} }, drafter, "change/wrong-stage"],
    ["approving twice", approved, approve, lawyer, "change/wrong-stage"],
    [
      "an opinion without words or number",
      review,
      { act: "approve", text: "", documentNumber: " " },
      lawyer,
      "form/invalid opinion documentNumber",
    ],
    [
      "a day that is none",
      approved,
      { act: "publish", from: "2026-02-30" },
      lawyer,
      "form/invalid from",
    ],
    [
      "no reason to withdraw",
      makeProposal(),
      { act: "withdraw", reason: "" },
      drafter,
      "form/invalid reason",
    ],
  ])("%s", (_, proposal, act, who, code) => {
    expect(refused(proposal, act, who)).toBe(code);
  });

  test("anything after it was published or withdrawn", () => {
    const acts: Act[] = [
      { act: "edit", change: {} },
      submit,
      { act: "return", reason: "x" },
      { act: "withdraw", reason: "x" },
      approve,
      { act: "publish", from: "2026-12-01" },
    ];
    for (const status of ["published", "withdrawn"] as const) {
      for (const act of acts) {
        expect(refused(makeProposal({ status }), act, drafter)).toBe("change/wrong-stage");
      }
    }
  });
});
