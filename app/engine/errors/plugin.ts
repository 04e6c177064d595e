import { defineErrors } from "./define";

export const pluginErrors = defineErrors({});
