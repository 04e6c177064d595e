import { definePlugin } from "../../app/engine/plugin/api";
import { displays } from "./displays";
import { facts } from "./facts";
import { formats } from "./formats";
import { propose } from "./propose-job";

export default definePlugin({
  name: "duty-roster",
  version: "1.1.0",
  platform: "1",
  facts,
  formats,
  displays,
  jobs: [propose],
});
