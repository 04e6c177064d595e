import type { Words } from "./words";

/** When something did not work. */
export const zh = {};

export const en: Words<typeof zh> = {};
