import { expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import { accepted, openTestCases, SHIQIAO, take, type Login } from "../support/open-test-cases";

const PACKAGE = "dispute-mediation";
const parties = [
  { name: "吴桂花", role: "applicant" },
  { name: "龙大全", role: "respondent" },
];

test(
  "where somebody was beaten, the auxiliary is told why and whom to call, and the book gives nobody away",
  { timeout: 60_000 },
  async () => {
    const cases = await openTestCases({ dir: process.cwd(), clock: "2026-11-18T10:42" });
    const opened = await cases.part.start(cases.as("yangxiulan"), {
      package: PACKAGE,
      place: SHIQIAO,
      commandId: uuidv7(0),
      expectedSeq: 0,
      form: {
        reporter: "吴桂花",
        where: "石桥村五组",
        what: "男人喝酒闹事，不敢回家。",
        urgency: "mayEscalate",
        hurt: "unclear",
      },
    });
    const { caseId } = accepted(opened);
    const type = "marriageFamily";
    const steps: [Login, string, JsonObject][] = [
      ["yangxiulan", "proposeTriage", { type, parties, proposal: { track: "mediation" } }],
      ["gaoyuan", "confirmTriage", { type, parties, injury: "none", track: "mediation" }],
      ["yangxiulan", "answerGate", { beaten: "yes", child: "unclear" }],
    ];
    for (const [by, event, form] of steps) accepted(await take(cases, { by, event, form, caseId }));

    const view = accepted(await cases.part.caseView(cases.as("yangxiulan"), caseId));
    expect(view.canCall).toBe(true);
    expect(view.duty?.phone).toBe("0000-6200110");
    expect(view.moves).toEqual([]);
    expect(view.papers).toEqual([]);
    const own = view.offers.filter((offer) => offer.onlyRoles === undefined);
    expect(own.map(({ event, refusal }) => [event, refusal?.sentence.zh])).toEqual([
      ["askConsent", "有人被打、受威胁，或者有孩子牵涉在内，协勤和调解员不能调解，请报民警确认。"],
    ]);
    const clauses = own[0]?.refusal?.reasons.flatMap((reason) => reason.clauses);
    expect(clauses?.map(({ text, from }) => [text.zh, from?.zh])).toEqual([
      [
        "有没有人被打或受威胁：有，应为“没有”",
        "问有没有人被打、有没有孩子牵涉·2026年11月18日 10:42 yangxiulan记",
      ],
    ]);

    const measures = { doneOn: "2026-11-18", measures: ["stopped", "medical"] };
    accepted(
      await take(cases, { by: "gaoyuan", event: "recordProtection", form: measures, caseId }),
    );
    const after = accepted(await cases.part.caseView(cases.as("yangxiulan"), caseId));
    expect(after.history[0]?.answers).toEqual([]);
    const officers = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
    expect(officers.history[0]?.answers.map((row) => row.value)).toContain(
      "出警制止、协助就医、鉴定伤情",
    );

    const ask = [`${PACKAGE}.disputeBook`, 2026] as const;
    const book = accepted(await cases.part.register(cases.as("yangxiulan"), ...ask));
    expect(book.rows.map((row) => row.cells)).toMatchObject([
      { parties: "不公开", facts: "不公开", result: "不公开", paper: "不公开", type: "婚姻家庭" },
    ]);
  },
);
