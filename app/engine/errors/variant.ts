import { defineErrors } from "./define";

export const variantErrors = defineErrors({});
