import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { PaperView } from "../../../app/runtime/api";
import { paperDocument } from "../../../app/runtime/cases/paper-document";
import { accepted, codeOf, openTestCases, startLoan, take } from "../../support/open-test-cases";

const paper: PaperView = {
  title: { zh: "借用凭单" },
  number: "石桥 2026-0001",
  landscape: false,
  sample: true,
  copies: 2,
  blocks: [
    { block: "heading", text: "借用凭单", level: 1 },
    { block: "number", text: "石桥 2026-0001" },
    { block: "text", text: "一行 <不是标签>\n第二行\u0007", indent: true },
    { block: "fields", items: [{ label: "借用人", value: "杨德厚" }] },
    { block: "table", columns: [{ title: "工具" }], rows: [], empty: "没有工具" },
    { block: "signatures", signers: [{ label: "借用人：", fingerprint: true }] },
    { block: "seal", issuer: "青石派出所", date: "2026年11月23日" },
    { block: "qr", text: "secret-of-the-code" },
  ],
};

/** One part of the packed file, as text. */
function partOf(bytes: Uint8Array, part: string): string {
  const file = Buffer.from(bytes);
  let at = file.indexOf("PK\u0001\u0002");
  while (at >= 0) {
    const [length, extra, remark] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const name = file.toString("utf8", at + 46, at + 46 + (length ?? 0));
    if (name === part) {
      const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
      const local = file.readUInt32LE(at + 42);
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const packed = file.subarray(from, from + size);
      return (method === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    }
    at += 46 + (length ?? 0) + (extra ?? 0) + (remark ?? 0);
    if (file.toString("latin1", at, at + 4) !== "PK\u0001\u0002") break;
  }
  return "";
}

test("a Word file says what the paper's page says, one copy, without the code", async () => {
  const bytes = await paperDocument(paper, { language: "zh", remark: "demo" });
  const text = partOf(bytes, "word/document.xml");
  const said = [...text.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, one]) => one);
  expect(said.filter((one) => one !== "")).toEqual([
    ...["借用凭单", "石桥 2026-0001", "一行 &lt;不是标签&gt;", "第二行", "借用人", "杨德厚"],
    ...["工具", "没有工具", "借用人：＿＿＿＿＿＿＿＿＿＿（指印）"],
    ...["青石派出所", "2026年11月23日", "（盖章处）"],
  ]);
  expect(text).not.toContain("secret-of-the-code");
  expect(partOf(bytes, "word/header1.xml")).toContain("演示数据，均为虚构 · 样式");
});

test("a month of people by days lies across the sheet: a narrow column a day, framed nights, a heavier line", async () => {
  const days = Array.from({ length: 31 }, (_, index) => `${index + 1}`);
  const row = (name: string) => [name, ...days.map((day) => (day === "3" ? "值" : "休"))];
  const framed = ["", ...days].map((day) => day === "3");
  const month: PaperView = {
    ...paper,
    landscape: true,
    blocks: [
      {
        block: "table",
        columns: [{ title: "人员", width: 30 }, ...days.map((title) => ({ title, width: 7 }))],
        rows: [row("高原 民警"), row("杨秀兰 协勤")],
        empty: "",
        grid: { framed: [framed, framed], parted: [false, true] },
      },
    ],
  };
  const bytes = await paperDocument(month, { language: "zh", remark: null });
  const text = partOf(bytes, "word/document.xml");
  expect(text).toMatch(/<w:pgSz[^>]*w:orient="landscape"/);
  expect(text).toContain('<w:tblLayout w:type="fixed"/>');
  const columns = [...text.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(columns).toHaveLength(32);
  expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(14380);
  // Two digits at nine points need 180 twentieths of a point, and nothing stands beside them.
  expect(Math.min(...columns)).toBeGreaterThan(300);
  expect([...text.matchAll(/<w:bdr [^>]*w:val="single"/g)]).toHaveLength(2);
  expect(text).toMatch(/<w:tblHeader\/>/);
});

test("who may open a paper may save it, under its title and number; nobody else", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const ask = { caseId, name: "receipt", remark: null };
  expect(codeOf(await cases.part.paperDocument(cases.as("gaoyuan"), ask))).toBe("case/no-paper");
  for (const event of ["approve", "count"])
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  const { name, bytes } = accepted(await cases.part.paperDocument(cases.as("gaoyuan"), ask));
  expect(name).toMatch(/ 2026-0001$/);
  expect(partOf(bytes, "word/document.xml")).toContain("杨德厚");
});
