import fc from "fast-check";
import nzh from "nzh";
import { expect, test } from "vitest";
import { moneyInWords } from "../../../app/components/form/money-in-words";

test.each([
  [36_000, "人民币叁佰陆拾元整"],
  [120_000, "人民币壹仟贰佰元整"],
  [90_000, "人民币玖佰元整"],
  [1_005, "人民币壹拾元零伍分"],
  [50, "人民币伍角整"],
  [0, "人民币零元整"],
  [10_000_500_000, "人民币壹亿零伍仟元整"],
])("%d fen are %s", (fen, words) => {
  expect(moneyInWords(fen)).toBe(words);
});

test("agrees with the words that papers are printed with", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (fen) => {
      const plain = (words: string) => words.replace(/整$/, "");
      expect(plain(moneyInWords(fen))).toBe(plain(nzh.cn.toMoney(fen / 100, { outSymbol: true })));
    }),
  );
});
