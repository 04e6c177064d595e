import { defineErrors } from "./define";

export const formErrors = defineErrors({});
