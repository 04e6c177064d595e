import { defineErrors } from "./define";

export const runtimeErrors = defineErrors({});
