import { SIGNING_ROWS } from "./signing-rows.mjs";
import { WORK_ROWS } from "./work-rows.mjs";

/**
 * What Chinese users expect of approvals, row by row: their word, what it is here, the story of a shipped package that
 * plays it with the steps that show it, and the page (a file of app/routes) where people do it.
 * @typedef {{ zh: string, en: string, here: string, story: string, shows: object[], page: string }} ApprovalRow
 */

/** @type {ApprovalRow[]} */
export const APPROVAL_ROWS = [...SIGNING_ROWS, ...WORK_ROWS];
