import { defineErrors } from "./define";

export const checkErrors = defineErrors({});
