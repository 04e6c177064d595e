const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/** An amount in fen as cheques and agreements write it: 36000 → 人民币叁佰陆拾元整. Whole fen from 0 up. */
export function moneyInWords(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor((fen % 100) / 10);
  const rest = fen % 10;
  const whole = yuan > 0 || fen === 0 ? `${wholeInWords(yuan)}元` : "";
  if (jiao === 0 && rest === 0) return `人民币${whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? "零" : "";
  const hundredths = rest > 0 ? `${DIGITS[rest]}分` : "整";
  return `人民币${whole}${tenths}${hundredths}`;
}

function wholeInWords(yuan: number): string {
  if (yuan === 0) return "零";
  let words = "";
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (four === 0) {
      gap = words !== "";
      continue;
    }
    if (words !== "" && (gap || four < 1_000)) words += "零";
    words += fourInWords(four) + GROUPS[group];
    gap = false;
  }
  return words;
}

function fourInWords(four: number): string {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += `${gap ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return words;
}
