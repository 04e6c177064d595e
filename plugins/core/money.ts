import Nzh from "nzh";
import type { Json, PluginDisplay } from "../../app/engine/plugin/api";
import { asText } from "./as-text";

/** Integer fen as a decimal number of yuan, exact: 36000 → "360.00". */
function toYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function isFen(value: Json): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

/** Fen as people read money: 123450 → ¥1,234.50. */
export const money: PluginDisplay = {
  name: "money",
  show: (value) => {
    if (!isFen(value)) return asText(value);
    const [yuan = "", fen = ""] = toYuan(Math.abs(value)).split(".");
    return `${value < 0 ? "-" : ""}¥${yuan.replace(/\B(?=(\d{3})+$)/g, ",")}.${fen}`;
  },
};

/**
 * Fen in the capitals that agreements and receipts carry beside the figures: 36000 → 人民币叁佰陆拾元整. Whole
 * amounts end in 整, which says that nothing was cut off.
 */
export const moneyUpper: PluginDisplay = {
  name: "moneyUpper",
  show: (value) =>
    isFen(value) ? Nzh.cn.toMoney(toYuan(value).replace(/\.00$/, "")) : asText(value),
};
