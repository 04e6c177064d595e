import { definePlugin } from "../../app/engine/plugin/api";
import { count, countOf, distinct, yesNo } from "./counting";
import { date, dateTime } from "./dates";
import { mask, maskId } from "./masks";
import { money, moneyUpper } from "./money";
import { inbox, notify } from "./notify";
import { phone } from "./phone";

export default definePlugin({
  name: "core",
  version: "1.0.0",
  platform: "1",
  operators: [countOf, distinct],
  actions: [notify],
  formats: [phone],
  displays: [money, moneyUpper, date, dateTime, mask, maskId, count, yesNo],
  channels: [inbox],
});
