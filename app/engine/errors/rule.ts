import { defineErrors } from "./define";

export const ruleErrors = defineErrors({});
