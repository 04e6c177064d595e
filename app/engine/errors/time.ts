import { defineErrors } from "./define";

export const timeErrors = defineErrors({});
