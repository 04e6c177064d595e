import type { PluginDisplay } from "../../app/engine/plugin/api";
import { asText } from "./as-text";

/**
 * A name with one character covered, as registers show it: 李秀顺 → 李＊顺, 李顺 → 李＊, 欧阳秀顺 → 欧阳＊顺. The
 * surname stays, so that the people concerned recognise the line.
 */
export const mask: PluginDisplay = {
  name: "mask",
  show: (value) => {
    const characters = Array.from(asText(value).trim());
    const covered = Math.max(characters.length - 2, Math.min(characters.length - 1, 1));
    return characters.map((character, index) => (index === covered ? "＊" : character)).join("");
  },
};

/**
 * A certificate or telephone number with its middle covered: 138****8000. The first three and last four are
 * enough for its holder to recognise; short numbers show their last two only.
 */
export const maskId: PluginDisplay = {
  name: "maskId",
  show: (value) => {
    const characters = Array.from(asText(value).trim());
    const [head, tail] = characters.length >= 11 ? [3, 4] : [0, Math.min(2, characters.length - 1)];
    const last = characters.length - tail;
    return characters
      .map((character, index) => (index < head || index >= last ? character : "*"))
      .join("");
  },
};
